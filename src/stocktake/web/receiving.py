"""A body that is written away while it comes, and of which all stays that came before a break."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack, suppress

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from stocktake.errors import StocktakeError

BATCH = 1 << 18


class Receiving(Response):
    """The answer of a view that wants the body: *write* takes each piece, *until* ends it, *told*
    makes of what went wrong, or of None, the answer that is sent."""

    def __init__(
        self,
        write: Callable[[bytes], None],
        until: ExitStack,
        told: Callable[[StocktakeError | None], Response],
    ) -> None:
        super().__init__(status_code=204)
        self._write = write
        self._until = until
        self._told = told

    async def received(self, request: Request) -> Response:
        """Write the body away; the line may break and the server may end at any piece."""
        try:
            await self._pieces(request)
            await run_in_threadpool(self._until.close)
        except StocktakeError as error:
            return self._told(error)
        finally:
            await run_in_threadpool(self._closed_quietly)
        return self._told(None)

    async def _pieces(self, request: Request) -> None:
        batch = bytearray()
        # When the line breaks, what came is worth keeping, though nobody is left to hear of it.
        with suppress(ClientDisconnect):
            async for piece in request.stream():
                batch += piece
                if len(batch) >= BATCH:
                    await self._flush(batch)
        await self._flush(batch)

    async def _flush(self, batch: bytearray) -> None:
        await run_in_threadpool(self._write, bytes(batch))
        batch.clear()

    def _closed_quietly(self) -> None:
        """End it whatever happened; what is wrong with the whole was told before."""
        with suppress(StocktakeError):
            self._until.close()
