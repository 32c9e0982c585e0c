"""Read a batch by the rules of Open ONI's loader (core/batch_loader.py and
core/ocr_extractor.py, May 2024), as they were read, in our own words: what it
would know of the batch, as JSON. What it would refuse is an error."""

import json
import re
import sys
import xml.etree.ElementTree as tree
from datetime import datetime
from pathlib import Path
from urllib.parse import unquote, urljoin, urlparse
from xml.sax import ContentHandler, parse

NAMES = {
    'batch': 'http://www.loc.gov/ndnp',
    'mets': 'http://www.loc.gov/METS/',
    'mods': 'http://www.loc.gov/mods/v3',
    'mix': 'http://www.loc.gov/mix/',
}
HREF = '{http://www.w3.org/1999/xlink}href'
FIELDS = {'service': 'jp2', 'derivative': 'pdf', 'ocr': 'ocr', 'master': 'tiff'}


def first(element, path):
    """All text of the first that is found, as XPath's string() gives it."""
    found = element.find(path, NAMES)
    return ''.join(found.itertext()).strip() if found is not None else ''


def number_of(mods, kind):
    return first(mods, f'.//mods:detail[@type="{kind}"]/mods:number')


def describe(document, identifier):
    mods = document.find(f'.//mets:dmdSec[@ID="{identifier}"]//mods:mods', NAMES)
    assert mods is not None, f'no MODS of {identifier}'
    return mods


def to_path(url):
    path = Path(unquote(urlparse(url).path))
    assert path.is_file(), f'no file {path}'
    return path


def read_size(document, identifiers):
    for identifier in identifiers.split(' '):
        spot = document.find(
            f'.//mets:techMD[@ID="{identifier}"]/mets:mdWrap/mets:xmlData/mix:mix'
            '/mix:ImagingPerformanceAssessment/mix:SpatialMetrics', NAMES)
        if spot is not None:
            return [int(first(spot, f'mix:Image{side}')) for side in ('Width', 'Length')]
    raise AssertionError('no size of the picture')


class Words(ContentHandler):
    """Names are taken as they are written: a prefix would hide everything."""

    def __init__(self):
        super().__init__()
        self.size, self.lines, self.boxes, self.language = None, {}, [], 'eng'

    def startElement(self, name, attributes):
        if name == 'Page':
            self.size = [float(attributes[side]) for side in ('WIDTH', 'HEIGHT')]
        elif name == 'TextBlock':
            self.language = attributes.get('language', 'eng')
        elif name == 'TextLine':
            self.line = []
        elif name == 'String':
            self.line.append(attributes['CONTENT'])
            self.boxes.append([float(attributes[key]) for key in ('HPOS', 'VPOS', 'WIDTH', 'HEIGHT')])

    def endElement(self, name):
        if name == 'TextLine':
            self.lines.setdefault(self.language, []).append(' '.join(self.line))


def read_page(document, url, div, sections):
    mods = describe(document, div.attrib['DMDID'])
    page = {
        'sequence': int(first(mods, './/mods:extent/mods:start')),
        'number': first(mods, './/mods:detail[@type="page number"]'),
        'section': sections.get(div.attrib['DMDID'], ''),
    }
    for pointer in div.findall('mets:fptr', NAMES):
        file = document.find(f'.//mets:file[@ID="{pointer.attrib["FILEID"]}"]', NAMES)
        assert file is not None, f'no file {pointer.attrib["FILEID"]}'
        place = to_path(urljoin(url, file.find('mets:FLocat', NAMES).attrib[HREF]))
        page[FIELDS[file.attrib['USE']]] = str(place)
        if file.attrib['USE'] == 'service':
            page['size'] = read_size(document, file.attrib['ADMID'])
    words = Words()
    parse(page['ocr'], words)
    page.update(ocrSize=words.size, text=words.lines, boxes=words.boxes)
    return page


def read_issue(url):
    document = tree.parse(to_path(url)).getroot()
    div = document.find('.//mets:div[@TYPE="np:issue"]', NAMES)
    mods = describe(document, div.attrib['DMDID'])
    sections = {
        page.attrib['DMDID']: number_of(describe(document, section.attrib['DMDID']), 'section label')
        for section in div.iterfind('.//mets:div[@TYPE="np:section"]', NAMES)
        for page in section.iterfind('.//mets:div[@TYPE="np:page"]', NAMES)
    }
    date = first(mods, './/mods:dateIssued')
    datetime.strptime(date, '%Y-%m-%d')
    return {
        'lccn': first(mods, './/mods:identifier[@type="lccn"]'),
        'date': date,
        'edition': int(number_of(mods, 'edition')),
        'number': number_of(mods, 'issue'),
        'pages': [read_page(document, url, page, sections)
                  for page in div.iterfind('.//mets:div[@TYPE="np:page"]', NAMES)],
    }


def read_batch(folder):
    assert re.match(r'batch_\w+_\w+_ver\d\d', folder.name), folder.name
    base = (folder / 'data').resolve().as_uri() + '/'
    _, awardee, _, _ = folder.name.split('_', 3)
    listing = tree.parse(to_path(urljoin(base, 'batch_1.xml'))).getroot()
    issues = listing.findall('batch:issue', NAMES)
    assert issues, 'no issue'
    return {'awardee': awardee, 'issues': [read_issue(urljoin(base, one.text)) for one in issues]}


json.dump(read_batch(Path(sys.argv[1])), sys.stdout)
