"""Tiny pipelines of diffusers with random weights, as folders: the real code paths, in a second each."""

import json
from pathlib import Path

import torch
from diffusers import (
    AutoencoderKL,
    AutoencoderKLFlux2,
    DDIMScheduler,
    FlowMatchEulerDiscreteScheduler,
    Flux2KleinPipeline,
    Flux2Transformer2DModel,
    FluxKontextPipeline,
    FluxTransformer2DModel,
    StableDiffusionInpaintPipeline,
    StableDiffusionInstructPix2PixPipeline,
    UNet2DConditionModel,
)
from safetensors.torch import save_file
from tokenizers import Tokenizer, models, pre_tokenizers
from transformers import (
    CLIPImageProcessorPil,
    CLIPTextConfig,
    CLIPTextModel,
    CLIPTokenizer,
    CLIPVisionConfig,
    CLIPVisionModelWithProjection,
    PreTrainedTokenizerFast,
    Qwen3Config,
    Qwen3ForCausalLM,
    T5Config,
    T5EncoderModel,
)

LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789,.-';:"
WIDTH = 32


def tokenizer(folder: Path) -> CLIPTokenizer:
    words = [*LETTERS, *(f"{letter}</w>" for letter in LETTERS), "<|startoftext|>", "<|endoftext|>"]
    folder.mkdir(parents=True)
    (folder / "vocab.json").write_text(json.dumps({word: number for number, word in enumerate(words)}))
    (folder / "merges.txt").write_text("#version: 0.2\n")
    return CLIPTokenizer(str(folder / "vocab.json"), str(folder / "merges.txt"), model_max_length=77)


def stable_diffusion(folder: Path, channels: int) -> dict[str, object]:
    """The parts of a Stable Diffusion whose UNet sees `channels` channels."""
    torch.manual_seed(0)
    unet = UNet2DConditionModel(
        sample_size=8, in_channels=channels, out_channels=4, layers_per_block=1, block_out_channels=(16, 32),
        norm_num_groups=8, cross_attention_dim=WIDTH, attention_head_dim=8,
        down_block_types=("DownBlock2D", "CrossAttnDownBlock2D"), up_block_types=("CrossAttnUpBlock2D", "UpBlock2D"),
    )  # fmt: skip
    vae = AutoencoderKL(
        block_out_channels=(8,) * 4, norm_num_groups=8, latent_channels=4, sample_size=64,
        down_block_types=("DownEncoderBlock2D",) * 4, up_block_types=("UpDecoderBlock2D",) * 4,
    )  # fmt: skip
    text = CLIPTextConfig(
        vocab_size=1000, hidden_size=WIDTH, intermediate_size=37, num_hidden_layers=2, num_attention_heads=4,
        max_position_embeddings=77, bos_token_id=0, eos_token_id=2, pad_token_id=1,
    )  # fmt: skip
    return {
        "unet": unet, "vae": vae, "text_encoder": CLIPTextModel(text), "tokenizer": tokenizer(folder / "words"),
        "scheduler": DDIMScheduler(clip_sample=False, steps_offset=1),
        "safety_checker": None, "feature_extractor": None, "requires_safety_checker": False,
    }  # fmt: skip


def inpainting(folder: Path, *, adapter: bool) -> Path:
    """An inpainting pipeline, with or without the weights of an IP-Adapter beside it."""
    parts = stable_diffusion(folder, 9)
    if adapter:
        vision = CLIPVisionConfig(
            hidden_size=WIDTH, intermediate_size=37, num_hidden_layers=2, num_attention_heads=4, image_size=32,
            patch_size=8, projection_dim=WIDTH,
        )  # fmt: skip
        parts |= {
            "image_encoder": CLIPVisionModelWithProjection(vision),
            "feature_extractor": CLIPImageProcessorPil(size={"shortest_edge": 32}, crop_size=32),
        }
    pipeline = StableDiffusionInpaintPipeline(**parts)
    pipeline.save_pretrained(folder)
    if adapter:
        (folder / "ip_adapter").mkdir()
        save_file(adapter_weights(parts["unet"]), folder / "ip_adapter" / "tiny.safetensors")
    return folder


def adapter_weights(unet: UNet2DConditionModel) -> dict[str, torch.Tensor]:
    """Four tokens for a picture, and a key and a value for each cross-attention of the UNet."""
    weights = {
        "image_proj.proj.weight": torch.randn(4 * WIDTH, WIDTH) * 0.02, "image_proj.proj.bias": torch.zeros(4 * WIDTH),
        "image_proj.norm.weight": torch.ones(WIDTH), "image_proj.norm.bias": torch.zeros(WIDTH),
    }  # fmt: skip
    number = 1
    for name in unet.attn_processors:
        if name.endswith("attn2.processor"):
            size = unet.get_submodule(name.removesuffix(".processor")).to_k.weight.shape[0]
            for part in ("to_k_ip", "to_v_ip"):
                weights[f"ip_adapter.{number}.{part}.weight"] = torch.randn(size, WIDTH) * 0.02
            number += 2
    return weights


def pix2pix(folder: Path) -> Path:
    parts = stable_diffusion(folder, 8)
    StableDiffusionInstructPix2PixPipeline(**parts).save_pretrained(folder)
    return folder


def byte_words() -> PreTrainedTokenizerFast:
    """A word is its bytes."""
    letters = sorted(pre_tokenizers.ByteLevel.alphabet())
    words = Tokenizer(models.BPE(vocab={letter: number for number, letter in enumerate(letters)}, merges=[]))
    words.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    return PreTrainedTokenizerFast(tokenizer_object=words, pad_token="!", eos_token="!")


def klein(folder: Path) -> Path:
    """FLUX.2-klein: its text encoder is read at the layers 9, 18 and 27."""
    torch.manual_seed(0)
    text = Qwen3Config(
        vocab_size=300, hidden_size=16, intermediate_size=16, num_hidden_layers=28, num_attention_heads=2,
        num_key_value_heads=1, head_dim=8, max_position_embeddings=1024,
    )  # fmt: skip
    fast = byte_words()
    fast.chat_template = "{% for message in messages %}{{ message['content'] }}{% endfor %}"
    vae = AutoencoderKLFlux2(
        block_out_channels=(8,) * 4, norm_num_groups=8, latent_channels=4, layers_per_block=1, sample_size=32,
        down_block_types=("DownEncoderBlock2D",) * 4, up_block_types=("UpDecoderBlock2D",) * 4,
    )  # fmt: skip
    transformer = Flux2Transformer2DModel(
        in_channels=16, num_layers=1, num_single_layers=1, attention_head_dim=16, num_attention_heads=2,
        joint_attention_dim=48, axes_dims_rope=(4, 4, 4, 4), timestep_guidance_channels=8,
    )  # fmt: skip
    pipeline = Flux2KleinPipeline(
        scheduler=FlowMatchEulerDiscreteScheduler(), vae=vae, text_encoder=Qwen3ForCausalLM(text), tokenizer=fast,
        transformer=transformer,
    )  # fmt: skip
    pipeline.save_pretrained(folder)
    return folder


def kontext(folder: Path) -> Path:
    """FLUX.1-Kontext: CLIP for the whole of the words, T5 for each."""
    parts = stable_diffusion(folder, 4)
    torch.manual_seed(0)
    text = T5Config(vocab_size=300, d_model=WIDTH, d_kv=8, d_ff=37, num_layers=1, num_heads=4)
    vae = AutoencoderKL(
        block_out_channels=(8,) * 4, norm_num_groups=8, latent_channels=4, sample_size=64, shift_factor=0.1,
        use_quant_conv=False, use_post_quant_conv=False,
        down_block_types=("DownEncoderBlock2D",) * 4, up_block_types=("UpDecoderBlock2D",) * 4,
    )  # fmt: skip
    transformer = FluxTransformer2DModel(
        in_channels=16, num_layers=1, num_single_layers=1, attention_head_dim=16, num_attention_heads=2,
        joint_attention_dim=WIDTH, pooled_projection_dim=WIDTH, axes_dims_rope=(4, 4, 8), guidance_embeds=True,
    )  # fmt: skip
    pipeline = FluxKontextPipeline(
        scheduler=FlowMatchEulerDiscreteScheduler(), vae=vae, text_encoder=parts["text_encoder"],
        tokenizer=parts["tokenizer"], text_encoder_2=T5EncoderModel(text), tokenizer_2=byte_words(),
        transformer=transformer,
    )  # fmt: skip
    pipeline.save_pretrained(folder)
    return folder
