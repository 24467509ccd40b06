"""A painter that paints clothes into a photo zone by zone: diffusers' inpainting under a mask, with an IP-Adapter.

Each zone is shown the pieces that are worn there and no others, so that a pattern does not run over the whole body.
The folder is an inpainting pipeline of Stable Diffusion (1.5, 2 or XL); the adapter's weights are in `ip_adapter/`.
"""

from pathlib import Path

from PIL import Image

from tools.preview.diffusion import Diffusion, Limit, Pipeline, asked, class_of, precision, settled
from tools.preview.figure import Zone
from tools.preview.masks import fitted, laid_over, mask_of
from tools.preview.scene import Scene, Unpaintable, load_words, sheet_of

ADAPTER = "ip_adapter"
FACTOR = 8
SIDES = {"StableDiffusionXLInpaintPipeline": 1024}
SIDE = 640
STEPS, STRENGTH, GUIDANCE, LIKENESS = 30, 0.98, 5.0, 0.9
ORDER: tuple[Zone, ...] = ("lower", "feet", "whole", "upper")  # what lies over the rest comes last


class Inpainting(Diffusion):
    """Over the folder of an inpainting pipeline; `seconds` for one picture, all of its zones."""

    name = "diffusers-inpaint"
    invents = False

    def __init__(self, directory: Path, seconds: float) -> None:
        super().__init__(directory, seconds, load, inpaint)
        self.settings = f"{directory} {load_words()['zone']} {STEPS} {STRENGTH} {GUIDANCE} {LIKENESS}"

    async def paint(self, scene: Scene, seed: int) -> Image.Image:
        return await self.picture(scene, seed)


def load(directory: Path) -> Pipeline:
    if not class_of(directory).endswith("InpaintPipeline"):
        raise Unpaintable(f"{class_of(directory)} does not inpaint")
    from diffusers import AutoPipelineForInpainting

    pipeline = AutoPipelineForInpainting.from_pretrained(directory, dtype=precision(), local_files_only=True)
    if weights := sorted((directory / ADAPTER).glob("*.safetensors")):
        pipeline.load_ip_adapter(str(directory), subfolder=ADAPTER, weight_name=weights[0].name)
        pipeline.set_ip_adapter_scale(LIKENESS)
    return settled(pipeline, directory)


def inpaint(pipeline: Pipeline, scene: Scene, seed: int, limit: Limit) -> Image.Image:
    """The photo with each zone painted over. Raises Unpaintable without a photo: there is nothing to paint into."""
    if scene.photo is None:
        raise Unpaintable("no photo to paint into")
    painted = fitted(scene.photo, SIDES.get(type(pipeline).__name__, SIDE), FACTOR)
    alike = getattr(pipeline.unet, "encoder_hid_proj", None) is not None
    for zone in (one for one in ORDER if one in scene.zones):
        wanted, never = scene.words(zone)
        shown = {"ip_adapter_image": sheet_of(scene.pictures(zone))} if alike else {}
        painted = asked(
            pipeline, seed, limit,
            image=painted, mask_image=mask_of(scene, painted.size, zone), prompt=wanted, negative_prompt=never,
            width=painted.width, height=painted.height, num_inference_steps=STEPS, strength=STRENGTH,
            guidance_scale=GUIDANCE, **shown,
        )  # fmt: skip
    return laid_over(scene, painted)
