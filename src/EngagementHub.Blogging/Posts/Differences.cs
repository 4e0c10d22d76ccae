using DiffPlex;
using DiffPlex.Chunkers;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace EngagementHub.Blogging.Posts;

/// <summary>Two wordings of a post side by side, word for word.</summary>
internal sealed record Differences(string Before, string After, IReadOnlyList<DifferentPart> Parts)
{
    // Comparing words costs the product of what is long and what is changed; beyond this, whole lines are compared.
    private const int WordsUpTo = 20_000;

    public static Differences Between(Manuscript before, Manuscript after, string nameBefore, string nameAfter)
    {
        List<DifferentPart> parts =
        [
            Part("Title", before.Title, after.Title),
            Part("Standfirst", before.Standfirst, after.Standfirst),
            Part("Tags", string.Join(", ", before.Tags), string.Join(", ", after.Tags)),
        ];
        foreach (var key in after.Sections.Select(s => s.Key).Union(before.Sections.Select(s => s.Key)))
        {
            var (old, now) = (before.Sections.FirstOrDefault(s => s.Key == key), after.Sections.FirstOrDefault(s => s.Key == key));
            parts.Add(Part(Heading(old, now), old?.Markdown ?? "", now?.Markdown ?? ""));
        }

        return new(nameBefore, nameAfter, parts);
    }

    private static string Heading(Section? old, Section? now) => (old, now) switch
    {
        (null, _) => $"Section by {now!.Name}, put in",
        (_, null) => $"Section by {old.Name}, taken out",
        _ => $"Section by {now.Name}",
    };

    private static DifferentPart Part(string heading, string before, string after)
    {
        if (before == after)
        {
            return new(heading, true, []);
        }

        IChunker words = before.Length + after.Length > WordsUpTo ? new LineChunker() : new WordChunker();
        var sides = new SideBySideDiffBuilder(Differ.Instance, new LineChunker(), words).BuildDiffModel(before, after, ignoreWhitespace: false);
        return new(heading, false, [.. sides.OldText.Lines.Zip(sides.NewText.Lines, Row)]);
    }

    private static DifferentRow Row(DiffPiece before, DiffPiece after) => new(Pieces(before, isBefore: true), Pieces(after, isBefore: false), before.Type == ChangeType.Unchanged);

    private static List<DifferentPiece> Pieces(DiffPiece line, bool isBefore)
    {
        if (line.Text is null)
        {
            return [];
        }

        return line.SubPieces.Count == 0
            ? [Piece(line, isBefore)]
            : Joined(line.SubPieces.Where(p => p.Text is not null).Select(p => Piece(p, isBefore)));
    }

    private static DifferentPiece Piece(DiffPiece piece, bool isBefore) =>
        new(piece.Text, isBefore && piece.Type != ChangeType.Unchanged, !isBefore && piece.Type != ChangeType.Unchanged);

    // Neighbours of one kind are read out as one.
    private static List<DifferentPiece> Joined(IEnumerable<DifferentPiece> pieces)
    {
        List<DifferentPiece> joined = [];
        foreach (var piece in pieces)
        {
            if (joined is [.., var last] && last with { Text = piece.Text } == piece)
            {
                joined[^1] = last with { Text = last.Text + piece.Text };
            }
            else
            {
                joined.Add(piece);
            }
        }

        return joined;
    }
}

/// <summary>One part of the post: its title, or a section.</summary>
internal sealed record DifferentPart(string Heading, bool IsSame, IReadOnlyList<DifferentRow> Rows);

/// <summary>A line before and after.</summary>
internal sealed record DifferentRow(IReadOnlyList<DifferentPiece> Before, IReadOnlyList<DifferentPiece> After, bool IsSame)
{
    /// <summary>An empty line tells nothing, whichever side it is on.</summary>
    public bool IsBlank => Before.Concat(After).All(p => string.IsNullOrWhiteSpace(p.Text));
}

/// <summary>Some words of a line, marked where the other side has others.</summary>
internal sealed record DifferentPiece(string Text, bool IsTakenOut, bool IsPutIn)
{
    public bool IsMarked => IsTakenOut || IsPutIn;
}
