import express from "express";
import { BadInput, id, integer, seq } from "./input.mjs";

const DEFAULT_PAGE = 50;
const MAX_PAGE = 200;

/** The HTTP side: pages of history, and health. */
export function historyRoutes(store) {
  const routes = express.Router();
  routes.get("/rooms/:room/messages", (request, response) => {
    const { before = Number.MAX_SAFE_INTEGER, limit = DEFAULT_PAGE } = request.query;
    response.json(
      store.page(
        id(request.params.room, "room"),
        seq(Number(before), "before"),
        integer(Number(limit), "limit", 1, MAX_PAGE),
      ),
    );
  });
  routes.get("/healthz", (request, response) => {
    response.json({ ok: true });
  });
  routes.use((error, request, response, next) => {
    if (!(error instanceof BadInput)) return next(error);
    response.status(400).json({ error: { code: error.code, message: error.message } });
  });
  return routes;
}
