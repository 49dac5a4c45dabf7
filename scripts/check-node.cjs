// Runs before anything is installed, so: no dependencies, and syntax that old versions of Node can read.
var needed = [20, 19];
var have = process.versions.node.split('.').map(Number);
if (have[0] < needed[0] || (have[0] === needed[0] && have[1] < needed[1])) {
  console.error('arqonbus needs Node ' + needed.join('.') + ' or newer; this is Node ' + process.versions.node + '.');
  console.error('next: install a current Node LTS, then run the command again.');
  process.exitCode = 1;
}
