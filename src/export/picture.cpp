// SPDX-License-Identifier: Apache-2.0
// Pictures by Graphviz in this process (libgvc), from the text that write_dot makes. The doors are
// write_svg, write_png and write_pdf. Graphviz is not made for threads: two contexts in two threads
// crash, so one mutex guards all of it. It keeps its own log; nothing of that is printed.

#include <graphviz/cgraph.h>
#include <graphviz/gvc.h>

#include <memory>
#include <mutex>
#include <ostream>
#include <relata/error.hpp>
#include <sstream>

#include "export/formats.hpp"

#ifdef __SANITIZE_ADDRESS__
// What Graphviz and its libraries keep until the end of the program; the pictures themselves are
// freed.
extern "C" const char* __lsan_default_suppressions() {
  return "leak:libfontconfig\nleak:libpango\nleak:libcairo\nleak:libgvc\nleak:libgvplugin";
}
extern "C" const char* __lsan_default_options() { return "print_suppressions=0"; }
#endif

namespace relata {
namespace {

std::mutex graphviz_mutex;
std::string graphviz_log;  // guarded by the mutex, as everything below

int append_to_log(char* message) {
  graphviz_log += message;
  return 0;
}

// One context for all pictures: each new one would leave some kilobytes behind.
GVC_t* context() {
  static GVC_t* const shared = gvContext();
  return shared;
}

[[noreturn]] void fail(const std::string& what) {
  const std::string reason = graphviz_log.substr(0, graphviz_log.find('\n'));
  throw Error("Graphviz cannot " + what + (reason.empty() ? "" : ": " + reason));
}

std::string render(const std::string& dot, const char* format) {
  const std::lock_guard lock(graphviz_mutex);
  graphviz_log.clear();
  agseterrf(append_to_log);
  struct CloseGraph {
    void operator()(Agraph_t* graph) const {
      gvFreeLayout(context(), graph);
      agclose(graph);
    }
  };
  GVC_t* const gvc = context();
  if (!gvc) fail("start");
  const std::unique_ptr<Agraph_t, CloseGraph> graph(agmemread(dot.c_str()));
  if (!graph) fail("read the graph");
  if (gvLayout(gvc, graph.get(), "dot") != 0) fail("lay out the graph");  // `layout` goes first
  char* data = nullptr;
  unsigned int size = 0;
  if (gvRenderData(gvc, graph.get(), format, &data, &size) != 0 || !data)
    fail(std::string("draw ") + format);
  const std::string picture(data, size);
  gvFreeRenderData(data);
  return picture;
}

std::string picture(const Graph& graph, const Ontology& ontology, const ExportOptions& options,
                    const char* format) {
  std::ostringstream dot;
  write_dot(graph, ontology, options, dot);
  return render(dot.str(), format);
}

// Cairo writes the time of day into a PDF; the same graph shall give the same bytes.
void clear_creation_date(std::string& pdf) {
  const std::string key = "/CreationDate (D:";
  const std::size_t found = pdf.find(key);
  if (found == std::string::npos) return;
  const std::string fixed = "20000101000000";
  pdf.replace(found + key.size(), fixed.size(), fixed);
  // the zone, as "+01'00"
  const std::size_t end = pdf.find(')', found);
  for (std::size_t i = found + key.size() + fixed.size(); i < end && i < pdf.size(); ++i)
    if (pdf[i] != '\'')
      pdf[i] = pdf[i] == '-' ? '+' : pdf[i] >= '0' && pdf[i] <= '9' ? '0' : pdf[i];
}

}  // namespace

void write_svg(const Graph& graph, const Ontology& ontology, const ExportOptions& options,
               std::ostream& out) {
  out << picture(graph, ontology, options, "svg");
}

void write_png(const Graph& graph, const Ontology& ontology, const ExportOptions& options,
               std::ostream& out) {
  out << picture(graph, ontology, options, "png");
}

void write_pdf(const Graph& graph, const Ontology& ontology, const ExportOptions& options,
               std::ostream& out) {
  std::string pdf = picture(graph, ontology, options, "pdf");
  clear_creation_date(pdf);
  out << pdf;
}

}  // namespace relata
