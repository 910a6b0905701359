"""What the search can find of trajectories."""

from collections.abc import Iterator

from generator.core.documents import Document
from generator.core.knowledge import KnowledgeBase
from generator.core.strings import Strings
from generator.kinds.trajectory.model import Trajectory


def documents(kb: KnowledgeBase, t: Strings) -> Iterator[Document]:
    """Gives each trajectory, with all its phases."""
    for trajectory in kb.all(Trajectory):
        told = [trajectory.summary, trajectory.context.text]
        for phase in trajectory.phases:
            told += [phase.title, *(f"{activity.title}. {activity.what}" for activity in phase.activities)]
        told += [f"{role.title}: {role.task}" for role in trajectory.roles_in_school]
        told += [f"{lesson.title}: {lesson.text}" for lesson in trajectory.lessons]
        yield Document(
            group="trajectories",
            title=trajectory.title,
            address=f"voorbeelden/{trajectory.id}/",
            label=t("trajectory.list.title", count=1),
            text=" ".join(told),
        )
