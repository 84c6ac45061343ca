// The data of the form stands in the page, as data.
new Screen(JSON.parse(document.getElementById("form-data").textContent), storageOf()).start();
