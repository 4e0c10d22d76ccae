using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace EngagementHub.ServiceLevels.Api;

/// <summary>Writes an OpenDocument spreadsheet (ISO/IEC 26300, version 1.3). Text is text, whatever it begins with: no cell of it is a formula.</summary>
internal static class Spreadsheet
{
    public const string MediaType = "application/vnd.oasis.opendocument.spreadsheet";
    private const string Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private const string Table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private const string TextName = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    private const string Manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0";
    private static readonly DateTimeOffset Stamp = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Write(IReadOnlyList<Sheet> sheets)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            // The standard wants the kind of file first and uncompressed, so that it can be told from the first bytes.
            using (var kind = Entry(zip, "mimetype", CompressionLevel.NoCompression))
            {
                kind.Write(Encoding.ASCII.GetBytes(MediaType));
            }

            WriteXml(zip, "content.xml", xml => WriteContent(xml, sheets));
            WriteXml(zip, "META-INF/manifest.xml", WriteManifest);
        }

        return bytes.ToArray();
    }

    // One stamp for all: the same figures make the same file, byte by byte.
    private static Stream Entry(ZipArchive zip, string name, CompressionLevel level)
    {
        var entry = zip.CreateEntry(name, level);
        entry.LastWriteTime = Stamp;
        return entry.Open();
    }

    private static void WriteXml(ZipArchive zip, string name, Action<XmlWriter> write)
    {
        using var stream = Entry(zip, name, CompressionLevel.Optimal);
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CheckCharacters = false });
        write(xml);
    }

    private static void WriteContent(XmlWriter xml, IReadOnlyList<Sheet> sheets)
    {
        xml.WriteStartElement("office", "document-content", Office);
        xml.WriteAttributeString("xmlns", "table", null, Table);
        xml.WriteAttributeString("xmlns", "text", null, TextName);
        xml.WriteAttributeString("version", Office, "1.3");
        xml.WriteStartElement("body", Office);
        xml.WriteStartElement("spreadsheet", Office);
        foreach (var sheet in sheets)
        {
            WriteSheet(xml, sheet);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteSheet(XmlWriter xml, Sheet sheet)
    {
        xml.WriteStartElement("table", Table);
        xml.WriteAttributeString("name", Table, sheet.Name);
        xml.WriteStartElement("table-column", Table);
        xml.WriteAttributeString("number-columns-repeated", Table, sheet.Rows.Max(row => row.Count).ToString(CultureInfo.InvariantCulture));
        xml.WriteEndElement();
        foreach (var row in sheet.Rows)
        {
            xml.WriteStartElement("table-row", Table);
            foreach (var cell in row)
            {
                WriteCell(xml, cell);
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteCell(XmlWriter xml, object? value)
    {
        xml.WriteStartElement("table-cell", Table);
        var shown = value switch
        {
            null or "" => null,
            DateTimeOffset at => Typed(xml, "date", "date-value", at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture)),
            string text => Typed(xml, "string", null, new string([.. text.Where(XmlConvert.IsXmlChar)])),
            _ => Typed(xml, "float", "value", Convert.ToString(value, CultureInfo.InvariantCulture)!),
        };
        if (shown is not null)
        {
            xml.WriteElementString("p", TextName, shown);
        }

        xml.WriteEndElement();
    }

    private static string Typed(XmlWriter xml, string type, string? attribute, string text)
    {
        xml.WriteAttributeString("value-type", Office, type);
        if (attribute is not null)
        {
            xml.WriteAttributeString(attribute, Office, text);
        }

        return text;
    }

    private static void WriteManifest(XmlWriter xml)
    {
        xml.WriteStartElement("manifest", "manifest", Manifest);
        xml.WriteAttributeString("version", Manifest, "1.3");
        foreach (var (path, type) in ((string, string)[])[("/", MediaType), ("content.xml", "text/xml")])
        {
            xml.WriteStartElement("file-entry", Manifest);
            xml.WriteAttributeString("full-path", Manifest, path);
            xml.WriteAttributeString("media-type", Manifest, type);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }
}

/// <summary>One sheet of a spreadsheet: its name and its rows, the headings first.</summary>
internal sealed record Sheet(string Name, IReadOnlyList<IReadOnlyList<object?>> Rows);
