"""Lighter and darker tones of a colour, in OKLab (Björn Ottosson, 2020), where equal steps look equal."""

from collections.abc import Sequence

Lab = tuple[float, float, float]


def tone(colour: str, lightness: float, chroma: float = 1.0) -> str:
    """The colour at another lightness, from 0 to 1, with its chroma times a factor; sRGB hex."""
    _, a, b = to_oklab(colour)
    return to_hex((min(1.0, max(0.0, lightness)), a * chroma, b * chroma))


def lightness(colour: str) -> float:
    """0 for black, 1 for white."""
    return to_oklab(colour)[0]


def mixed(first: str, second: str, share: float) -> str:
    """The colour at a share of the way from the first to the second."""
    a, b = to_oklab(first), to_oklab(second)
    return to_hex((a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1]), a[2] + share * (b[2] - a[2])))


def to_oklab(colour: str) -> Lab:
    red, green, blue = (linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def to_hex(lab: Sequence[float]) -> str:
    light, a, b = lab
    long = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (light - 0.0894841775 * a - 1.2914855480 * b) ** 3
    bands = (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )
    return "#" + "".join(f"{round(255 * curved(band)):02x}" for band in bands)


def linear(band: float) -> float:
    return band / 12.92 if band <= 0.04045 else ((band + 0.055) / 1.055) ** 2.4


def curved(band: float) -> float:
    band = min(1.0, max(0.0, band))
    return 12.92 * band if band <= 0.0031308 else 1.055 * band ** (1 / 2.4) - 0.055
