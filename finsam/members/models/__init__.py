from finsam.members.models.accounts import User, UserManager
from finsam.members.models.board import Auditor, BoardSeat
from finsam.members.models.invitations import Invitation
from finsam.members.models.organisations import Member
from finsam.members.models.roles import Role

__all__ = ["Auditor", "BoardSeat", "Invitation", "Member", "Role", "User", "UserManager"]
