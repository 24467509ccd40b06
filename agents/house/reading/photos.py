"""What is asked of a photo: its like, an opinion of what is worn on it, what goes with it.

Whether the photo is there is another's to know, and what is on it.
"""

from agents.house.reading.closet import closet_of
from agents.house.reading.mentions import Mention
from agents.house.reading.turn import Turn
from stores.vocabulary import Intent

# "Make image 7 dressier" is said of what is worn on it.
LIFTS = ("dressier", "plainer", "warmer", "cooler")


def is_of_photo(turn: Turn) -> bool:
    """Whether a photo comes with the turn, or is named by its number."""
    return bool(turn.request.new_photos or turn.references.photos)


def asked_of_photo(turn: Turn) -> Intent | None:
    """ "Looks like image 3" is `similar`, "what do you think of image 3?" is `relook`; None for any other wish.

    Of several photos the one that suits best is completed.
    """
    r = turn.reading
    if compares_photos(turn):
        return "complete"
    if not is_of_photo(turn) or any(r.word(cue.first - 1) != "的" for cue in r.cues.get("complete", ())):
        return None  # what goes with it; 第7张图的搭配 is the outfit that is on it
    if any(r.has(step) for step in LIFTS) and not turn.asked:
        return "relook"
    if r.has("more_like", "resembles"):
        return "similar"
    judged = r.has("opinion", "advice", "judges") or (r.has("verdict", "fitting") and bool(turn.occasion))
    wishes = turn.asked or r.has("find")
    return "relook" if r.has("relook") or (judged and not wishes) else None


def compares_photos(turn: Turn) -> bool:
    """Whether it is asked which of several photos suits best: "which photo is best for a job interview?"."""
    closet, named = closet_of(turn.reading, turn.request), [*turn.references.photos, *turn.request.new_photos]
    several = len({*(named or turn.request.photos)}) > 1
    judged = closet.has("best") or turn.reading.has("verdict", "fitting", "opinion") or turn.occasion is not None
    return several and closet.has("which_photo") and judged


def relooks_closet(turn: Turn) -> bool:
    """Whether all that the person owns is to be judged, whatever was spoken of before."""
    return turn.reading.has("relook") and turn.reading.has("closet")


def shows_look(turn: Turn) -> list[Mention]:
    """The places where a picture of a look is asked for: « l'image » of « l'image 7 » is a photo of the person's.

    "Never show it to me again" asks for none.
    """
    named = turn.reading.of("refer") if turn.references.photos else []
    photos = [mention for mention in named if mention.key == "photo"]
    cues = turn.reading.cues.get("preview", ())
    denied = [(one.first, one.last) for one in turn.reading.of("negation") if one.key == "no"]
    asked = [cue for cue in cues if not any(first <= cue.first <= last for first, last in denied)]
    return [cue for cue in asked if not any(cue.first < one.last and one.first < cue.last for one in photos)]
