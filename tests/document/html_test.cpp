// SPDX-License-Identifier: Apache-2.0
// Pages -> the text that they are there for.

#include <catch2/catch.hpp>
#include <chrono>

#include "document/reading.hpp"

using namespace relata;
using Lines = std::vector<std::string>;

namespace {

Document page(const std::string& html) {
  auto result = reading::read_bytes("page.html", html);
  INFO(result.messages());
  REQUIRE(result.documents.size() == 1);
  return std::move(result.documents[0]);
}

Lines blocks(const std::string& html) { return reading::blocks(page(html)); }

const std::string kProse =
    "<p>The ministers of the two countries met in the capital and talked about the border.</p>";
const std::string kProseBlock =
    "paragraph: The ministers of the two countries met in the capital and talked about the border.";

}  // namespace

TEST_CASE("elements give blocks of their kind") {
  CHECK(
      blocks(
          "<body><h2>The talks</h2>" + kProse +
          "<ul><li>The border<li>The <b>trade</b> of the two</ul>"
          "<figure><img src=a.png alt='x'><figcaption>The ministers</figcaption></figure>"
          "<table><tr><td>The first</td><td>The second<tr><td><p>The third.</p></table></body>") ==
      Lines{"heading: The talks", kProseBlock, "list_item: The border",
            "list_item: The trade of the two", "caption: The ministers", "table_cell: The first",
            "table_cell: The second", "paragraph: The third."});
}

TEST_CASE("white space collapses and line breaks split") {
  CHECK(blocks("<p>The  talks\n\t were <b>long </b> and<i> dull</i>.<br>They<br/>ended.</p>") ==
        Lines{"paragraph: The talks were long and dull.", "paragraph: They", "paragraph: ended."});
  CHECK(blocks("<div>The talks<div>of the two</div>ended <span>in</span>\r\nthe spring.</div>") ==
        Lines{"paragraph: The talks", "paragraph: of the two", "paragraph: ended in the spring."});
  CHECK(blocks("<pre>The talks\n  of the two</pre>") ==
        Lines{"paragraph: The talks", "paragraph: of the two"});
  CHECK(blocks("<p>北大西洋\n  理事會在星期一\n<b>NATO</b></p>") ==
        Lines{"paragraph: 北大西洋理事會在星期一NATO"});
}

TEST_CASE("character references become characters, and keep their place") {
  const Document document = page(
      "<p>The AT&amp;T &lt;b&gt; &#26085;&#x672C; caf&eacute; &hellip; &unknown; &copy 5&euro; "
      "R&D &#150; &#0; &#xD800; x&nbsp;y</p>");
  CHECK(document.text.find("The AT&T <b> 日本 café … &unknown; © 5€ R&D – � � x\u00A0y") !=
        std::string::npos);
  CHECK(document.excerpt(reading::span_of(document, "AT&T")) == Excerpt{7, 15, "AT&amp;T"});
  CHECK(document.excerpt(reading::span_of(document, "本")).text == "&#x672C;");
  CHECK(document.excerpt(reading::span_of(document, "café")).text == "caf&eacute;");
}

TEST_CASE("words across markup are cut with the markup") {
  const Document document = page("<p>The <a href='x'>North <b>Atlantic</b></a> Council met.</p>");
  CHECK(document.excerpt(reading::span_of(document, "North Atlantic Council")).text ==
        "North <b>Atlantic</b></a> Council");
}

TEST_CASE("scripts, styles, comments, hidden elements and controls are not text") {
  CHECK(blocks("<html><head><style>p { color: red }</style><script>if (a < b) "
               "document.write('<p>x</p>');"
               "</script></head><body>" +
               kProse +
               "<!-- <p>no</p> --><script>'</p>'</script><noscript>no</noscript>"
               "<div hidden>no</div><div style='Color: red; display: none'>no</div>"
               "<span aria-hidden=true>no</span><button>no</button><select><option>no</select>"
               "<textarea>no</textarea><svg><text>no</text></svg><template><p>no</p></template>"
               "<iframe>no</iframe><![CDATA[ no ]]><?php no ?></body></html>") ==
        Lines{kProseBlock});
}

TEST_CASE("what surrounds the text is left out") {
  const std::string menu =
      "<ul><li><a href=1>Home</a><li><a href=2>World</a><li><a href=3>Sport</a></ul>";
  CHECK(blocks("<body><header><h1>The Paper</h1></header><nav>" + menu + "</nav><div>" + menu +
               "</div><div id=content>" + kProse + kProse +
               "</div><aside>Buy this</aside>"
               "<div class='site-footer'>The address</div><footer>The end</footer></body>") ==
        Lines{kProseBlock, kProseBlock});
  CHECK(blocks("<title>The talks</title><div>Menu of the page</div><main><article><header><h1>The "
               "talks ended"
               "</h1></header>" +
               kProse + "</article><p><a href=x>More of the talks</a></p></main>") ==
        Lines{"heading: The talks ended", kProseBlock});
  CHECK(blocks("<body><div>The first of it.</div><div role=main>" + kProse + "</div></body>") ==
        Lines{kProseBlock});
}

TEST_CASE("the title stands for a headline that the text lacks") {
  CHECK(blocks("<title>The talks &amp; the end</title><body>" + kProse) ==
        Lines{"heading: The talks & the end", kProseBlock});
  CHECK(blocks("<title>Site</title><body><h1>The end</h1><div>" + kProse + "</div>") ==
        Lines{"heading: The end", kProseBlock});
}

TEST_CASE("a form or menu that holds the whole page is the page") {
  CHECK(blocks("<body><form>" + kProse + "</form>") == Lines{kProseBlock});
  CHECK(blocks(
            "<body><a href=1>The first of the talks</a><p><a href=2>The second of the talks</a>") ==
        Lines{"paragraph: The first of the talks", "paragraph: The second of the talks"});
}

TEST_CASE("malformed pages are read as browsers do") {
  CHECK(
      blocks(
          "The talks of < 5 & the <b>end <p>They <i>met</b> again.</p></i></nothing> Then & so") ==
      Lines{"paragraph: The talks of < 5 & the end", "paragraph: They met again.",
            "paragraph: Then & so"});
  CHECK(blocks("<p title='a > b'>The end<p class=x>of the talks<a href=\"unclosed>x</a>") ==
        Lines{"paragraph: The end", "paragraph: of the talks"});
  CHECK(blocks("<title>The unclosed <p>of the talks and the end") ==
        Lines{"paragraph: The unclosed", "paragraph: of the talks and the end"});
  CHECK(blocks("<p>The end of it</p><!-- unclosed <p>the") == Lines{"paragraph: The end of it"});
  CHECK(blocks(std::string("<p>The\0 end of it</p>", 21)) == Lines{"paragraph: The end of it"});
}

TEST_CASE("deep nesting and long pages are read in bounded time") {
  std::string deep, cells, links;
  for (int i = 0; i < 100'000; ++i) deep += "<div><b>";
  for (int i = 0; i < 20'000; ++i) cells += "<table><tr><td>";
  for (int i = 0; i < 20'000; ++i) links += "<ul><li><a>x</a><title>";
  const auto begin = std::chrono::steady_clock::now();
  CHECK(blocks(deep + kProse) == Lines{kProseBlock});
  CHECK(blocks(cells + kProse) == Lines{kProseBlock});
  reading::read_bytes("a.html", links + kProse);
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
  CHECK(seconds.count() < 20);
}

TEST_CASE("the head tells language, date and source") {
  const Document document = page(
      "<html lang=zh-TW><head><meta property='og:site_name' content='中央社 &amp; 其他'>"
      "<meta content='2023-01-31T10:00:00+08:00' property='article:published_time'></head>"
      "<body><p>日本和北約發表聲明。</p></body></html>");
  CHECK(document.language == "zh-Hant");
  CHECK(document.date == "2023-01-31");
  CHECK(document.source == "中央社 & 其他");
  CHECK(page("<p>The end of it</p><time datetime='2022-02-01'>February</time>").date ==
        "2022-02-01");
  // Templates name the wrong language.
  CHECK(page("<html lang=en><p>日本和北约发表声明。</p>").language == "zh-Hans");
  CHECK(page("<html lang=fr><p>The end of the talks is not near.</p>").language == "en");
}
