// Workbooks part by part, for what a writing library would never make.
#pragma once

#include <minizip/zip.h>

#include <cstdlib>
#include <map>
#include <string>

namespace zorgkader::feiten {

using Delen = std::map<std::string, std::string>;

inline void write_zip(const std::string& pad, const Delen& delen) {
  zipFile zip = zipOpen64(pad.c_str(), APPEND_STATUS_CREATE);
  if (zip == nullptr) std::abort();
  for (const auto& [naam, inhoud] : delen) {
    zip_fileinfo info{};
    zipOpenNewFileInZip64(zip, naam.c_str(), &info, nullptr, 0, nullptr, 0, nullptr, Z_DEFLATED, Z_BEST_COMPRESSION, 1);
    zipWriteInFileInZip(zip, inhoud.data(), static_cast<unsigned>(inhoud.size()));
    zipCloseFileInZip(zip);
  }
  zipClose(zip, nullptr);
}

/// A workbook with one sheet `tarief` of the given sheetData; parts can be replaced afterwards.
inline Delen minimal(const std::string& sheet_data) {
  const std::string rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  const std::string rels = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
  const std::string ns =
      " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
      " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
  return {
      {"_rels/.rels", rels + "<Relationship Id=\"r1\" Type=\"" + rel +
                          "officeDocument\" Target=\"/xl/workbook.xml\"/></Relationships>"},
      {"xl/workbook.xml",
       "<workbook" + ns +
           "><workbookPr/><sheets><sheet name=\"tarief\" sheetId=\"7\" r:id=\"rId3\"/></sheets></workbook>"},
      {"xl/_rels/workbook.xml.rels", rels + "<Relationship Id=\"rId1\" Type=\"" + rel +
                                         "sharedStrings\" Target=\"sharedStrings.xml\"/>" +
                                         "<Relationship Id=\"rId2\" Type=\"" + rel +
                                         "styles\" Target=\"styles.xml\"/>" + "<Relationship Id=\"rId3\" Type=\"" +
                                         rel + "worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"},
      {"xl/sharedStrings.xml",
       "<sst" + ns +
           "><si><t>product</t></si><si><t>waarde</t></si>"
           "<si><r><t>A</t></r><r><rPr/><t xml:space=\"preserve\"> &amp;</t></r><rPh><t>lees</t></rPh></si></sst>"},
      {"xl/styles.xml",
       "<styleSheet" + ns +
           "><numFmts><numFmt numFmtId=\"164\" formatCode=\"dd\\-mm\\-yyyy\"/>"
           "<numFmt numFmtId=\"165\" formatCode=\"0.00&quot; dagen&quot;\"/><numFmt numFmtId=\"166\" "
           "formatCode=\"0.0%\"/></numFmts>"
           "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/>"
           "<xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf numFmtId=\"10\"/><xf "
           "numFmtId=\"166\"/></cellXfs></styleSheet>"},
      {"xl/worksheets/sheet1.xml", "<worksheet" + ns + "><sheetData>" + sheet_data + "</sheetData></worksheet>"},
  };
}

}  // namespace zorgkader::feiten
