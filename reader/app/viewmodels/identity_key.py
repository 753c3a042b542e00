"""A key for caches of what is computed from an analysis."""


class IdentityKey:
    """A cache key that is equal for the same objects only: comparing an analysis by value takes long."""

    __slots__ = ("parts",)

    def __init__(self, *parts: object) -> None:
        self.parts = parts

    def __eq__(self, other: object) -> bool:
        return isinstance(other, IdentityKey) and all(a is b for a, b in zip(self.parts, other.parts, strict=True))

    def __hash__(self) -> int:
        return hash(tuple(map(id, self.parts)))
