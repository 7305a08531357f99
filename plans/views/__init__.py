from plans.views.figures import figures
from plans.views.files import pdf
from plans.views.findings import findings
from plans.views.gallery import gallery
from plans.views.goal_parts import (
    add_activity,
    add_goal,
    add_indicator,
    add_perspective,
    move_part,
    place_goal,
    remove_part,
)
from plans.views.goals import (
    add_goals_section,
    goal_layout,
    goal_preview,
    goals,
    read_goal,
    write_goal,
)
from plans.views.interventions import (
    add_intervention,
    add_interventions_section,
    interventions_page,
    move_intervention,
    pay_line,
    read_intervention,
    remove_intervention,
    serve_goal,
    write_intervention,
)
from plans.views.pictures import add_picture, picture
from plans.views.presence import presence
from plans.views.reading import federation, plan, start
from plans.views.saving import compare, save
from plans.views.texts import paste, read_text, write_text

__all__ = [
    "add_activity",
    "add_goal",
    "add_goals_section",
    "add_indicator",
    "add_intervention",
    "add_interventions_section",
    "add_perspective",
    "add_picture",
    "compare",
    "federation",
    "figures",
    "findings",
    "gallery",
    "goal_layout",
    "goal_preview",
    "goals",
    "interventions_page",
    "move_intervention",
    "move_part",
    "paste",
    "pay_line",
    "pdf",
    "picture",
    "place_goal",
    "plan",
    "presence",
    "read_goal",
    "read_intervention",
    "read_text",
    "remove_intervention",
    "remove_part",
    "save",
    "serve_goal",
    "start",
    "write_goal",
    "write_intervention",
    "write_text",
]
