"""Why a file could not be read or written, in words for the person at the keyboard."""


def reason(error: OSError) -> str:
    """The end of a sentence: "den finns inte". What is not foreseen says its number."""
    for kind, words in REASONS.items():
        if isinstance(error, kind):
            return words
    return f"systemet svarade med fel {error.errno}"


REASONS: dict[type[OSError], str] = {
    FileNotFoundError: "filen eller mappen finns inte",
    IsADirectoryError: "det är en mapp",
    NotADirectoryError: "en del av sökvägen är ingen mapp",
    PermissionError: "du har inte rätt till filen eller mappen",
}
