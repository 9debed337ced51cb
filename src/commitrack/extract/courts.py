"""Courts: what those who stand before a court will undergo, and what voters will decide."""

from commitrack.extract.scenes import Scene

_COURT_WITHIN, _PENALTY_WITHIN, _POLLS_WITHIN = 4, 6, 3


def is_before_court(scene: Scene) -> bool:
    """As in "will face trial", "will appear before a judge", "will be in court on Tuesday"."""
    if scene.is_being and scene.does_to("prepositions"):
        return scene.does_to("hearing-places", _COURT_WITHIN) and scene.has_future
    if scene.does("facing") and scene.does_to("court-words", _COURT_WITHIN):
        return not scene.has("money", scene.match.end, scene.end)  # "charges of $5 million"
    return scene.does("movement") and scene.does_to("trials", _COURT_WITHIN)


def is_sentenced(scene: Scene) -> bool:
    """As in "he will be fined", "will serve two years in prison", "will pay the court costs"."""
    if not scene.may_act or scene.is_not_done:
        return False
    if scene.is_passive:
        return scene.does("judging")
    return scene.does("serving") and (
        scene.does_to("penalties", _PENALTY_WITHIN) or _names_court_costs(scene)
    )


def goes_to_polls(scene: Scene) -> bool:
    """As in "voters will decide", "will go to the polls"."""
    if scene.is_not_done or scene.is_passive:
        return False
    is_voters = scene.head_is("electors") and scene.does("choosing")
    return is_voters or (scene.does("movement") and scene.does_to("polls", _POLLS_WITHIN))


def _names_court_costs(scene: Scene) -> bool:
    """As in "half of the court costs", but not "to settle the court case"."""
    return any(
        scene.is_in("court-words", at) and scene.is_in("costs", at + 1)
        for at in range(scene.match.end, scene.end)
    )
