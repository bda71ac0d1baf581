// Makes an editor of the example on the page "Try it". Python is loaded when it is first asked to run.
(() => {
  const words = {
    en: {
      run: "Run",
      code: "Python program",
      loading: "Loading Python …",
      running: "Running …",
      done: "Done.",
      failed: "Python could not be loaded.",
      file: "A browser runs this only from a web server, and not from a file: python -m http.server",
    },
    id: {
      run: "Jalankan",
      code: "Program Python",
      loading: "Memuat Python …",
      running: "Sedang berjalan …",
      done: "Selesai.",
      failed: "Python tidak dapat dimuat.",
      file: "Halaman ini hanya berjalan melalui peladen web, bukan dari berkas: python -m http.server",
    },
  };
  const say = words[document.documentElement.lang] ?? words.en;
  const here = document.currentScript.src;

  function element(tag, properties) {
    return Object.assign(document.createElement(tag), properties);
  }

  function editor(example) {
    const code = example.textContent.trimEnd();
    const area = element("textarea", { value: code, spellcheck: false, rows: code.split("\n").length + 2 });
    area.setAttribute("aria-label", say.code);
    area.setAttribute("autocapitalize", "off");
    const button = element("button", { type: "button", textContent: say.run });
    const state = element("span", { className: "state", role: "status" });
    const output = element("div", { className: "output" });
    const box = element("div", { className: "try-it" });
    const bar = element("div", { className: "bar" });
    bar.append(button, state);
    box.append(area, bar, output);
    example.replaceWith(box);

    let python = null;

    function finish(text, html = "") {
      state.textContent = text;
      output.innerHTML = html;
      button.disabled = false;
    }

    function fail(why) {
      python.terminate();
      python = null; // the next run loads it anew
      finish(`${say.failed} ${why ?? ""}`);
    }

    function load() {
      python = new Worker(new URL("try-it.worker.js", here), { type: "module" });
      python.onmessage = ({ data }) => ("failed" in data ? fail(data.failed) : finish(say.done, data.html));
      python.onerror = (error) => fail(error.message);
    }

    function run() {
      if (button.disabled) return;
      if (location.protocol === "file:") return finish(say.file);
      button.disabled = true;
      state.textContent = python ? say.running : say.loading;
      if (!python) load();
      python.postMessage(area.value);
    }

    button.addEventListener("click", run);
    area.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) run();
    });
  }

  editor(document.getElementById("try-it-example"));
})();
