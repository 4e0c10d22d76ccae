using System.Buffers;
using System.Globalization;
using System.Text;
using System.Xml;

namespace EngagementHub.Core.Web;

/// <summary>The parts every Atom feed (RFC 4287) is written with.</summary>
public static class AtomXml
{
    /// <summary>The namespace of all its elements.</summary>
    public const string Namespace = "http://www.w3.org/2005/Atom";

    /// <summary>What a feed is sent as.</summary>
    public const string ContentType = "application/atom+xml; charset=utf-8";

    // Most texts have none of these and need not be looked at letter by letter.
    private static readonly SearchValues<char> Suspicious = SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(c => (char)c).Except(['\t', '\n', '\r']), .. Enumerable.Range(0xD800, 0x800).Select(c => (char)c), '\uFFFE', '\uFFFF']);

    /// <summary>A document begun into the stream, to be disposed of or flushed when it is written.</summary>
    public static XmlWriter Begin(Stream bytes) => XmlWriter.Create(bytes, new XmlWriterSettings { Async = true, Encoding = new UTF8Encoding(false) });

    /// <summary>The text without the characters XML cannot hold: one vertical tab would end the feed for every reader.</summary>
    public static string Fit(string text)
    {
        if (!text.AsSpan().ContainsAny(Suspicious))
        {
            return text;
        }

        var fit = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value))
            {
                fit.Append(rune.ToString());
            }
        }

        return fit.ToString();
    }

    extension(XmlWriter xml)
    {
        /// <summary>An element of that name with the text in it.</summary>
        public void WriteAtom(string name, string text) => xml.WriteElementString(name, Namespace, Fit(text));

        /// <summary>An element of that name with the instant in it.</summary>
        public void WriteAtom(string name, DateTimeOffset at) => xml.WriteElementString(name, Namespace, at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));

        /// <summary>Somebody who wrote it.</summary>
        public void WriteAtomAuthor(string name)
        {
            xml.WriteStartElement("author", Namespace);
            xml.WriteAtom("name", name);
            xml.WriteEndElement();
        }

        /// <summary>A link.</summary>
        public void WriteAtomLink(string relation, string url)
        {
            xml.WriteStartElement("link", Namespace);
            xml.WriteAttributeString("rel", relation);
            xml.WriteAttributeString("href", url);
            xml.WriteEndElement();
        }
    }
}
