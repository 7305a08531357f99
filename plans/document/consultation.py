"""A plan's samråd as it is read and printed: its rounds, whom they went to, and what was said."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A member's answer, the newest of those that it gave. Words are as they are read.

    `version` is the name of the version that it answers, "" where none was sent. `pk` is where its
    file is fetched by.
    """

    pk: int
    edition: int
    stance: str
    has_remarks: bool
    text: str
    answered_by: str
    title: str
    way: str
    received_on: date
    registry_number: str
    file_name: str
    sha256: str
    version: str
    registered_by: str
    at: datetime

    @property
    def who(self) -> str:
        """ "Maria Ek, kommunstyrelsens ordförande"; "" where it is not told."""
        return ", ".join(filter(None, (self.answered_by, self.title)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """A member in a round: where and when it was asked, and what it has answered, if anything.

    The addresses and what became of the link are the office's to see: `address` is where the link
    went, `official_address` where one would go now. `has_link`: it is not revoked. `earlier` are
    answers that it has changed, the oldest first.
    """

    key: UUID
    name: str
    address: str = ""
    official_address: str = ""
    sent_at: datetime | None = None
    opened_at: datetime | None = None
    has_link: bool = False
    answer: Answer | None = None
    earlier: tuple[Answer, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """A version that was sent in a round: its name, its day, and to whom, in order.

    A recipient is a name and, for an organisation, its address.
    """

    label: str
    sent_on: date
    recipients: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """A round of samråd. `held` says how, where it was held elsewhere.

    `ended` says why it came to an end before its last day, "" where it did not. `counts`: the plan
    has not been decided since. `is_open`: members can still answer by their links.
    """

    pk: int
    opened_on: date
    closes_on: date
    held: str
    registry_number: str
    begun_by: str
    reminded_at: datetime | None
    ended: str
    counts: bool
    is_open: bool = False
    members: tuple[Heard, ...]
    sendings: tuple[Sending, ...]

    @property
    def answered(self) -> tuple[Heard, ...]:
        return tuple(one for one in self.members if one.answer)

    @property
    def with_remarks(self) -> tuple[Heard, ...]:
        return tuple(one for one in self.members if one.answer and one.answer.has_remarks)

    @property
    def with_words(self) -> tuple[Heard, ...]:
        """Those that have said more than whether they object."""
        return tuple(m for m in self.answered if m.answer and (m.answer.text or m.answer.file_name))

    @property
    def changed(self) -> tuple[Heard, ...]:
        """Those that have answered more than once."""
        return tuple(one for one in self.members if one.earlier)

    @property
    def days(self) -> str:
        """ "2023-10-27–2023-11-17", or the day."""
        whole = self.opened_on != self.closes_on
        return f"{self.opened_on}–{self.closes_on}" if whole else f"{self.opened_on}"

    @property
    def tally(self) -> str:
        """ "9 av 11 medlemmar har svarat: 7 utan erinran, 2 med synpunkter." """
        count = len(self.answered)
        if not count:
            return "Ingen medlem har svarat."
        remarks = len(self.with_remarks)
        parts = [f"{count - remarks} utan erinran"] if count > remarks else []
        parts += [f"{remarks} med synpunkter"] if remarks else []
        return f"{count} av {len(self.members)} medlemmar har svarat: {', '.join(parts)}."

    @property
    def _began(self) -> str:
        if self.held:
            return f"Samråd hölls {self.days}."
        if self.is_open:
            return f"Samråd pågår till och med {self.closes_on}."
        return f"Samråd pågick {self.days}."

    @property
    def brief(self) -> tuple[str, ...]:
        """The round in short, a line for each thing."""
        lines = [f"{self._began} {self.tally}"]
        if self.held:
            lines.append(f"Så här hölls det: {self.held}")
        if self.ended:
            lines.append(self.ended)
        lines += [f"{one.name}: {_said(one.answer)}" for one in self.with_remarks if one.answer]
        return tuple(lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All of a plan's samråd, the oldest round first. `accent` colours what is printed."""

    federation: str
    short_name: str
    accent: str
    title: str
    year: int
    rounds: tuple[Round, ...]

    @property
    def brief(self) -> tuple[str, ...]:
        """What has been held since the last decision, in short; empty where nothing has."""
        return tuple(line for one in self.rounds if one.counts for line in one.brief)

    @property
    def files(self) -> tuple[tuple[str, Answer], ...]:
        """The answers with a file, each with its member's name."""
        return tuple((one.name, answer) for one, answer in self._answers() if answer.file_name)

    def for_readers(self) -> "Report":
        """The same for those outside the office: without addresses, and what became of links."""
        return replace(self, rounds=tuple(map(_for_readers, self.rounds)))

    def _answers(self) -> Iterator[tuple[Heard, Answer]]:
        for one in self.rounds:
            for member in one.members:
                for answer in (*member.earlier, *filter(None, [member.answer])):
                    yield member, answer


def _for_readers(one: Round) -> Round:
    members = [
        Heard(key=member.key, name=member.name, answer=member.answer, earlier=member.earlier)
        for member in one.members
    ]
    return replace(one, members=tuple(members), sendings=tuple(map(_names_only, one.sendings)))


def _names_only(sending: Sending) -> Sending:
    return replace(sending, recipients=tuple((name, "") for name, _ in sending.recipients))


def _said(answer: Answer) -> str:
    """What was remarked, in one line."""
    text = " ".join(answer.text.split())
    return (
        " ".join(filter(None, (text, f"Se bifogad fil, {answer.file_name}.")))
        if (answer.file_name)
        else text
    )


def in_order(members: Sequence[Heard], order: Sequence[UUID]) -> tuple[Heard, ...]:
    """The federation's members in its order, others after them by their names."""
    places = {key: place for place, key in enumerate(order)}
    last = len(places)
    return tuple(sorted(members, key=lambda one: (places.get(one.key, last), one.name)))
