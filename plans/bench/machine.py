"""What the measurements were made on, in general words."""

import os
import platform

import weasyprint


def machine() -> str:
    """ "2 cores, Debian GNU/Linux 12 (bookworm), Python 3.11, WeasyPrint 70.0; 0.4 busy before"."""
    python = ".".join(platform.python_version_tuple()[:2])
    parts = [f"{os.cpu_count()} cores", _system(), f"Python {python}"]
    busy = f"{os.getloadavg()[0]:.1f} of them busy before"
    return f"{', '.join(parts)}, WeasyPrint {weasyprint.__version__}; {busy}"


def _system() -> str:
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except OSError:
        return platform.system()
