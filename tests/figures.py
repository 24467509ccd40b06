"""A person for tests, drawn on the spot: a head with hair, a jumper, trousers and shoes before a wall."""

import io

from PIL import Image, ImageDraw, ImageFilter

SKIN, HAIR = "#d9a184", "#3a2a20"
SIZE = (480, 800)


def figure(
    top: str = "#2f5d8a",
    bottom: str = "#3c3c40",
    *,
    shoes: str = "#5a3a22",
    wall: str = "#c9d2cc",
    arms: str | None = None,
    face: str = SKIN,
) -> Image.Image:
    """480 x 800 pixels; `arms` in another colour than the jumper are bare."""
    image = Image.new("RGB", SIZE, wall)
    draw = ImageDraw.Draw(image)
    for left in range(0, 480, 60):  # a wall with a pattern, so that its structure can be lost
        draw.line((left, 0, left + 80, 800), "#b3beb8", 6)
    for x in (130, 310):
        draw.rounded_rectangle((x, 210, x + 40, 430), 18, arms or top)
    draw.rounded_rectangle((160, 195, 320, 440), 26, top)
    draw.polygon([(165, 430), (315, 430), (305, 730), (250, 730), (240, 500), (230, 730), (175, 730)], bottom)
    for x in (170, 248):
        draw.ellipse((x, 715, x + 66, 755), shoes)
    draw.rectangle((224, 170, 256, 205), face)
    draw.ellipse((190, 60, 290, 170), HAIR)
    draw.ellipse((200, 78, 280, 184), face)
    for x in (220, 248):
        draw.ellipse((x, 120, x + 10, 128), "#2a2320")
    draw.arc((222, 140, 258, 162), 20, 160, "#8a4038", 4)
    return image.filter(ImageFilter.GaussianBlur(1.2))


def photo(**how: str) -> bytes:
    out = io.BytesIO()
    figure(**how).save(out, "JPEG", quality=92)
    return out.getvalue()
