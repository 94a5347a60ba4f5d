/**
 * As the README says: `/api/v1` of this app's own host goes on to the Worker.
 */
import { defineConfig } from "vite";

const target = process.env["ROSTER_URL"] ?? "http://127.0.0.1:8787";
const proxy = { "/api/v1": { target, changeOrigin: false } };

export default defineConfig({
  optimizeDeps: { exclude: ["@roster/access"] },
  server: { proxy },
  preview: { proxy },
});
