// A page as our ALTO has it, for tests of what is made of it: a headline that is
// read first and stands last, ruby over a line, a word that is hyphenated.

/** ALTO 4.4 of a page of 254 × 381 mm: at 100 pixels an inch, 1000 × 1500. */
export const madeAlto = `<?xml version="1.0" encoding="UTF-8"?>
<alto xmlns="http://www.loc.gov/standards/alto/ns-v4#" SCHEMAVERSION="4.4">
<Styles><TextStyle ID="S1" FONTFAMILY="song" FONTSIZE="9"/></Styles>
<ReadingOrder><OrderedGroup ID="order">
<ElementRef ID="O_B2" REF="B2"/><ElementRef ID="O_B1" REF="B1"/>
</OrderedGroup></ReadingOrder>
<Layout><Page ID="P1" WIDTH="2540" HEIGHT="3810" LANG="zh-CN">
<PrintSpace ID="space" HPOS="0" VPOS="0" WIDTH="2540" HEIGHT="3810">
<ComposedBlock ID="A1">
<TextBlock ID="B1" HPOS="254" VPOS="254" WIDTH="508" HEIGHT="127" LANG="en">
<TextLine ID="L1" TAGREFS="ruby" HPOS="254" VPOS="254" WIDTH="508" HEIGHT="12.7"><String ID="W1" HPOS="254" VPOS="254" WIDTH="508" HEIGHT="12.7" CONTENT="ruby"/></TextLine>
<TextLine ID="L2" HPOS="254" VPOS="266.7" WIDTH="508" HEIGHT="25.4" BASELINE="1,2 3,4">
<String ID="W2" STYLEREFS="S1" HPOS="254" VPOS="266.7" WIDTH="127" HEIGHT="25.4" CONTENT="to"><Glyph CONTENT="t" HPOS="254" VPOS="266.7" WIDTH="60" HEIGHT="25.4"/></String>
<SP HPOS="381" VPOS="266.7" WIDTH="12.7" HEIGHT="25.4"/>
<String ID="W3" HPOS="393.7" VPOS="266.7" WIDTH="254" HEIGHT="25.4" CONTENT="mor" SUBS_TYPE="HypPart1" SUBS_CONTENT="morrow"/><HYP HPOS="647.7" VPOS="266.7" WIDTH="12.7" HEIGHT="25.4" CONTENT="-"/>
</TextLine>
</TextBlock>
<TextBlock ID="B2" HPOS="254" VPOS="1000" WIDTH="508" HEIGHT="127">
<TextLine ID="L3" HPOS="254" VPOS="1000" WIDTH="508" HEIGHT="127"><String ID="W4" HPOS="254" VPOS="1000" WIDTH="508" HEIGHT="127" CONTENT="沙棘&amp;“熟”"/></TextLine>
</TextBlock>
<TextBlock ID="B3" HPOS="0" VPOS="3700" WIDTH="508" HEIGHT="25.4"/>
<Illustration ID="I1" HPOS="1270" VPOS="1270" WIDTH="508" HEIGHT="508" TYPE="photo"/>
</ComposedBlock>
</PrintSpace></Page></Layout></alto>`
