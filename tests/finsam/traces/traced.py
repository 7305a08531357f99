"""What the migrations trace."""

import re

from django.db import connection

FUNCTIONS = "SELECT prosrc FROM pg_proc WHERE prosrc LIKE '%PERFORM finsam_trace(%'"


def traced_kinds() -> set[str]:
    """The kinds of row that have a trigger, asked of the database."""
    with connection.cursor() as cursor:
        cursor.execute(FUNCTIONS)
        found = [re.search(r"finsam_trace\('(\w+)'", source) for (source,) in cursor.fetchall()]
    return {match[1] for match in found if match}
