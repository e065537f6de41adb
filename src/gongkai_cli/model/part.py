"""What every part of a campaign is: frozen, and without keys that nobody reads."""

from pydantic import BaseModel, ConfigDict


class Part(BaseModel):
    """Base of the model's classes; keys are the Chinese aliases."""

    # Only the whole campaign is ever validated: its parts need no validator of their own each.
    model_config = ConfigDict(
        frozen=True, extra="forbid", hide_input_in_errors=True, defer_build=True
    )
