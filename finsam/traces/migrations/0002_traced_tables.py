from django.db import migrations

from finsam.traces.sql import traced

OWN = "SELECT one.federation_id"
OF_MEMBER = "SELECT federation_id FROM members_member WHERE id = one.member_id"
OF_PLAN = "SELECT federation_id FROM plans_plan WHERE id = one.plan_id"
YEAR = "SELECT year FROM plans_plan WHERE id = one.plan_id"
MEMBER = "SELECT name FROM members_member WHERE id = one.member_id"
PERSON = (
    "SELECT CASE WHEN name = '' THEN email ELSE format('%s (%s)', name, email) END"
    " FROM members_user WHERE id = one.user_id"
)
SEAT = (
    "SELECT member.name FROM members_boardseat AS seat"
    " JOIN members_member AS member ON member.id = seat.member_id WHERE seat.id = one.seat_id"
)


def of_person(column: str) -> str:
    """Every federation that the person has to do with."""
    return f"""
        SELECT federation_id FROM members_role WHERE user_id = {column}
        UNION SELECT federation_id FROM members_auditor WHERE user_id = {column}
        UNION SELECT federation_id FROM members_invitation WHERE user_id = {column}
        UNION SELECT member.federation_id FROM members_boardseat AS seat
            JOIN members_member AS member ON member.id = seat.member_id
            WHERE seat.user_id = {column}
    """  # noqa: S608


# Who administers may do everything everywhere.
OF_ACCOUNT = f"""
    {of_person("one.id")}
    UNION SELECT id FROM federations_federation
        WHERE was ->> 'is_superuser' = 'true' OR became ->> 'is_superuser' = 'true'
"""  # noqa: S608


class Migration(migrations.Migration):
    dependencies = [
        ("traces", "0001_initial"),
        ("federations", "0003_house_rules"),
        ("members", "0002_invitations_and_auditors"),
        ("plans", "0006_draft_share"),
        ("mfa", "0003_authenticator_type_uniq"),
    ]

    operations = [
        # Named one by one: a password or the like that is added later is not told by mistake.
        traced(
            "members_user",
            "user",
            only=["email", "name", "is_active", "is_superuser"],
            federations=OF_ACCOUNT,
        ),
        traced(
            "mfa_authenticator",
            "authenticator",
            only=["type", "user_id"],
            names={"user": PERSON},
            federations=of_person("one.user_id"),
        ),
        traced("members_role", "role", names={"user": PERSON, "member": MEMBER}, federations=OWN),
        traced(
            "members_invitation",
            "invitation",
            but=["key"],
            names={"user": PERSON, "member": MEMBER, "seat": SEAT},
            federations=OWN,
        ),
        traced("members_member", "member", but=["key", "position"], federations=OWN),
        traced(
            "members_boardseat",
            "seat",
            names={"user": PERSON, "member": MEMBER},
            federations=OF_MEMBER,
        ),
        traced("members_auditor", "auditor", names={"user": PERSON}, federations=OWN),
        traced("federations_federation", "federation", federations="SELECT one.id"),
        traced("federations_meeting", "meeting", federations=OWN),
        # What is written in a plan has a history of its own.
        traced("plans_plan", "plan", only=["year", "status"], federations=OWN),
        traced("plans_decision", "decision", names={"year": YEAR}, federations=OF_PLAN),
        traced(
            "plans_draftshare",
            "share",
            names={"year": YEAR, "user": PERSON},
            federations=OF_PLAN,
        ),
    ]
