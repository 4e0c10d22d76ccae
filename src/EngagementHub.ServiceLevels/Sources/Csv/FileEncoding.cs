using System.Text;

namespace EngagementHub.ServiceLevels.Sources.Csv;

/// <summary>How the letters of a text file are written.</summary>
internal sealed record FileEncoding(string Name, string Words, Encoding Encoding)
{
    private const int Block = 64 * 1024;

    public static FileEncoding Utf8 { get; } = new("utf-8", "UTF-8", new UTF8Encoding(false));

    public static FileEncoding Windows1252 { get; } = new("windows-1252", "Windows-1252 (Western European)", CodePagesEncodingProvider.Instance.GetEncoding(1252)!);

    public static FileEncoding Utf16 { get; } = new("utf-16", "UTF-16, little end first", new UnicodeEncoding(false, true));

    public static FileEncoding Utf16BigEnd { get; } = new("utf-16be", "UTF-16, big end first", new UnicodeEncoding(true, true));

    public static IReadOnlyList<FileEncoding> All { get; } = [Utf8, Windows1252, Utf16, Utf16BigEnd];

    /// <exception cref="BrokenRuleException">There is no encoding of that name.</exception>
    public static FileEncoding Of(string name) => All.FirstOrDefault(known => string.Equals(known.Name, name, StringComparison.OrdinalIgnoreCase) || (known == Utf16 && name is "utf-16le"))
        ?? throw new BrokenRuleException($"There is no encoding \"{name}\": choose {string.Join(", ", All.Select(known => known.Name))}", "Encoding");

    /// <summary>By the mark at the file's beginning or, without one, by what its bytes can be. Read once from end to end.</summary>
    /// <remarks>A file that is partly UTF-8 and partly not is read as UTF-8: its bad rows are then refused one by one, with their lines.</remarks>
    public static async Task<FileEncoding> OfAsync(Stream file, CancellationToken cancellation)
    {
        var head = new byte[4096];
        var read = await file.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellation);
        file.Position = 0;
        return OfMark(head.AsSpan(0, read)) ?? await OfBytesAsync(file, cancellation);
    }

    private static FileEncoding? OfMark(ReadOnlySpan<byte> head) => head switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Utf8,
        [0xFF, 0xFE, 0, 0, ..] or [0, 0, 0xFE, 0xFF, ..] => throw new BrokenRuleException("The file is written in UTF-32: save it as UTF-8", "Csv"),
        [0xFF, 0xFE, ..] => Utf16,
        [0xFE, 0xFF, ..] => Utf16BigEnd,
        _ => WithoutMark(head),
    };

    // Plain letters in UTF-16 have a zero beside each.
    private static FileEncoding? WithoutMark(ReadOnlySpan<byte> head)
    {
        var (even, odd) = (0, 0);
        for (var at = 0; at + 1 < head.Length; at += 2)
        {
            even += head[at] == 0 ? 1 : 0;
            odd += head[at + 1] == 0 ? 1 : 0;
        }

        var most = head.Length / 4;
        return head.Length < 4 ? null : odd > most && even < most / 4 ? Utf16 : even > most && odd < most / 4 ? Utf16BigEnd : null;
    }

    private static async Task<FileEncoding> OfBytesAsync(Stream file, CancellationToken cancellation)
    {
        var (buffer, kept, good, bad) = (new byte[Block], 0, false, false);
        while (await file.ReadAsync(buffer.AsMemory(kept), cancellation) is > 0 and var read)
        {
            var filled = kept + read;
            var end = EndOfWhole(buffer.AsSpan(0, filled));
            Judge(buffer.AsSpan(0, end), ref good, ref bad);
            buffer.AsSpan(end, filled - end).CopyTo(buffer);
            kept = filled - end;
        }

        Judge(buffer.AsSpan(0, kept), ref good, ref bad);
        file.Position = 0;
        return bad && !good ? Windows1252 : Utf8;
    }

    // A cut inside a letter would make it look bad: behind the last line, or behind the last plain letter of a very long one.
    private static int EndOfWhole(ReadOnlySpan<byte> block) =>
        block.LastIndexOf((byte)'\n') is >= 0 and var line ? line + 1
        : block.LastIndexOfAnyInRange((byte)0, (byte)0x7F) is >= 0 and var letter ? letter + 1
        : block.Length;

    private static void Judge(ReadOnlySpan<byte> block, ref bool good, ref bool bad)
    {
        if (System.Text.Unicode.Utf8.IsValid(block))
        {
            good |= block.ContainsAnyInRange((byte)0x80, (byte)0xFF);
            return;
        }

        foreach (var range in block.Split((byte)'\n'))
        {
            var line = block[range];
            var valid = System.Text.Unicode.Utf8.IsValid(line);
            (good, bad) = (good || (valid && line.ContainsAnyInRange((byte)0x80, (byte)0xFF)), bad || !valid);
        }
    }
}
