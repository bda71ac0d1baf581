// Python in a thread of its own, so that the page stays alive. It takes a program and gives back HTML, or why it cannot.
import { loadPyodide } from "./browser/pyodide.mjs";

async function fetched(name) {
  const answer = await fetch(new URL(name, import.meta.url), { cache: "no-cache" }); // asked whether it is still the same
  if (!answer.ok) throw new Error(`${answer.status} ${answer.url}`);
  return answer;
}

async function start() {
  const [python, packages, kesos, program] = await Promise.all([
    loadPyodide(),
    fetched("browser/packages.zip").then((answer) => answer.arrayBuffer()),
    fetched("browser/kesos.zip").then((answer) => answer.arrayBuffer()),
    fetched("try_it.py").then((answer) => answer.text()),
  ]);
  const extractDir = python.runPython("import sysconfig; sysconfig.get_path('purelib')");
  for (const archive of [packages, kesos]) python.unpackArchive(archive, "zip", { extractDir });
  python.runPython(program);
  return python.globals.get("run");
}

const started = start();

onmessage = async ({ data }) => {
  try {
    const run = await started;
    postMessage({ html: run(data) });
  } catch (error) {
    postMessage({ failed: String(error) });
  }
};
