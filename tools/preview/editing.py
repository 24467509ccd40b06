"""A painter that edits a photo by words and pictures with a pipeline of diffusers, whatever model is in its folder.

FLUX.2-klein, Qwen-Image-Edit and the try-on models made from them are folders for it; how each pipeline is called
stands in `painting.toml`. It has no mask: whether face and background were kept is for the gate to say.
"""

from pathlib import Path

from PIL import Image

from tools.preview.diffusion import Diffusion, Limit, Pipeline, asked, class_of, precision, settled
from tools.preview.masks import fitted
from tools.preview.scene import Scene, Unpaintable, load_words, sheet_of

TALL = (3, 4)  # of an invented picture


class Editing(Diffusion):
    """Over the folder of an image-editing pipeline; `seconds` for one picture."""

    name = "diffusers-edit"
    invents = True

    def __init__(self, directory: Path, seconds: float) -> None:
        super().__init__(directory, seconds, load, edit)
        self.settings = f"{directory} {load_words()['edit']}"

    async def paint(self, scene: Scene, seed: int) -> Image.Image:
        return await self.picture(scene, seed)


def load(directory: Path) -> Pipeline:
    """Raises Unpaintable where nobody has said how this pipeline is called."""
    if class_of(directory) not in load_words()["pipelines"]:
        raise Unpaintable(f"{class_of(directory)} is not known here")
    import diffusers

    kind = getattr(diffusers, class_of(directory))
    return settled(kind.from_pretrained(directory, dtype=precision(), local_files_only=True), directory)


def edit(pipeline: Pipeline, scene: Scene, seed: int, limit: Limit) -> Image.Image:
    """The photo with the clothes changed, or a picture of the clothes on nobody's photo."""
    how = load_words()["pipelines"][type(pipeline).__name__]
    side, factor = how["side"], how["factor"]
    photo = fitted(scene.photo, side, factor) if scene.photo else None
    pictures = [*([photo] if photo else []), *scene.pictures()]
    shown = pictures if how["several"] else stitched(photo, scene, factor)
    frame = photo.size if photo else (side * TALL[0] // TALL[1] // factor * factor, side)
    size = shown.size if isinstance(shown, Image.Image) and photo else frame
    wanted, never = scene.words()
    painted = asked(
        pipeline, seed, limit,
        image=shown, prompt=wanted, width=size[0], height=size[1], num_inference_steps=how["steps"],
        **how["guidance"], **({"negative_prompt": never} if how.get("negative") else {}),
    )  # fmt: skip
    return painted.resize(size, Image.Resampling.LANCZOS).crop((0, 0, *frame)) if photo else painted


def stitched(photo: Image.Image | None, scene: Scene, factor: int) -> Image.Image:
    """What a pipeline sees that takes one picture: the photo, and at its right the pieces."""
    sheet = sheet_of(scene.pictures())
    if photo is None:
        return sheet
    wide = max(factor, photo.width // 2 // factor * factor)
    both = Image.new("RGB", (photo.width + wide, photo.height), "white")
    both.paste(photo, (0, 0))
    sheet.thumbnail((wide, photo.height))
    both.paste(sheet, (photo.width, 0))
    return both
