using System.Buffers.Binary;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.Core.Search;

/// <summary>A thing that readers may find. The database keeps its full-text index over the folded words by itself.</summary>
internal sealed class SearchEntry
{
    private SearchEntry(long id, SubjectRef subject) => (Id, Subject) = (id, subject);

    /// <summary>Grows with the day, so that the newest can be read without sorting; within a day it follows nothing, so that it tells no order.</summary>
    public long Id { get; private set; }

    public SubjectRef Subject { get; private set; }

    public SubjectRef? Parent { get; private set; }

    public SubjectRef? Via { get; private set; }

    public string Kind { get; private set; } = "";

    public string Label { get; private set; } = "";

    public string Title { get; private set; } = "";

    public string Text { get; private set; } = "";

    public string Url { get; private set; } = "";

    public string By { get; private set; } = "";

    public string? Blog { get; private set; }

    public StaffId? Host { get; private set; }

    public DateOnly Day { get; private set; }

    public DateTimeOffset? VisibleFrom { get; private set; }

    /// <summary>The title folded, as it is indexed.</summary>
    public string TitleWords { get; private set; } = "";

    /// <summary>The text and the key words folded, as they are indexed.</summary>
    public string TextWords { get; private set; } = "";

    /// <summary>What it can be narrowed down by, as words that nobody can type.</summary>
    public string Marks { get; private set; } = "";

    public static SearchEntry Of(long id, SubjectRef subject) => new(id, subject);

    // 22 bits hold any day there is, 41 random bits of the identifier keep a day's things apart.
    public static long KeyOf(SubjectRef subject, DateOnly day)
    {
        Span<byte> bytes = stackalloc byte[16];
        subject.Id.TryWriteBytes(bytes);
        return FirstKeyOf(day) | (long)(BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]) >> 23);
    }

    public static (long First, long Last) KeysOf(int year) => year is < 1 or > 9998 ? (1, 0) : (FirstKeyOf(new(year, 1, 1)), FirstKeyOf(new(year + 1, 1, 1)) - 1);

    private static long FirstKeyOf(DateOnly day) => (long)day.DayNumber << 41;

    public static Expression<Func<SearchEntry, bool>> SeenAt(DateTimeOffset now) => e => e.VisibleFrom == null || e.VisibleFrom <= now;

    public void Say(SearchText text, SearchEntry? parent)
    {
        (Kind, Label, Title, Text, Url, By) = (text.Kind, text.Label, text.Title, text.Text, text.Url, text.By);
        (Parent, Via, Day, VisibleFrom) = (text.Parent, text.Via, text.Day, text.VisibleFrom);
        (Blog, Host) = (text.Blog ?? parent?.Blog, text.Host ?? parent?.Host);
        (TitleWords, TextWords) = (Words.Fold(text.Title), Words.Fold($"{text.Text} {text.Keywords}"));
    }

    /// <summary>What it stands under lies in another blog now, or in another period.</summary>
    public void Follow(SearchEntry above) => (Blog, Host) = (above.Blog, above.Host);

    public void Sort(IReadOnlyList<Guid> themes) => Marks = SearchMarks.Of(this, themes);
}

internal sealed class SearchEntryMap : IEntityTypeConfiguration<SearchEntry>
{
    public void Configure(EntityTypeBuilder<SearchEntry> entry)
    {
        entry.ToTable("core_search");
        entry.Property(e => e.Id).ValueGeneratedNever();
        entry.Property(e => e.Kind).HasMaxLength(20);
        entry.Property(e => e.Label).HasMaxLength(100);
        entry.Property(e => e.Title).HasMaxLength(500);
        entry.Property(e => e.Url).HasMaxLength(500);
        entry.Property(e => e.By).HasMaxLength(2000);
        entry.Property(e => e.Blog).HasMaxLength(100);
        entry.HasIndex(e => e.Subject).IsUnique();
        entry.HasIndex(e => e.Parent);
        entry.HasIndex(e => e.Via);
        entry.HasIndex(e => new { e.Kind, e.Host });
    }
}

internal static class SearchData
{
    extension(Data.HubDb db)
    {
        public DbSet<SearchEntry> SearchEntries => db.Set<SearchEntry>();
    }
}
