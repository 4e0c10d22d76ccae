using EngagementHub.Core.Time;

namespace EngagementHub.Blogging.Blogs;

/// <summary>A leadership blog: its owner holds the pen whenever no guest does.</summary>
internal sealed class Blog : Entity
{
    public const string SubjectKind = "blogging.blog";

    private Blog(Guid id, string slug, string name, StaffId owner, string zone)
        : base(id) => (Slug, Name, Owner, Zone) = (slug, name, owner, zone);

    public string Slug { get; private set; }

    public string Name { get; private set; }

    public string Strapline { get; private set; } = "";

    public StaffId Owner { get; private set; }

    /// <summary>The IANA zone in which the blog's days begin and end.</summary>
    public string Zone { get; private set; }

    public CommentPolicy Comments { get; private set; } = CommentPolicy.Usual;

    /// <summary>Counts what must happen one after another: who gets the pen, what appears when, and which address is whose. Of two such acts at once only one is saved.</summary>
    public int Turns { get; private set; }

    public SubjectRef Subject => new(SubjectKind, Id);

    public string Url => $"/blogs/{Slug}";

    public static Blog Open(Guid id, string slug, string name, StaffId owner, string zone) =>
        new(id, Posts.Slug.From(slug), Named(name), owner, Known(zone));

    public void Describe(string name, string strapline, StaffId owner, CommentPolicy comments) =>
        (Name, Strapline, Owner, Comments) = (Named(name), strapline.Trim(), owner, comments.Checked());

    /// <summary>The act of somebody who opened the blog by hand.</summary>
    public void Announce(StaffId by, DateTimeOffset at) => Raise(new BlogOpened(Id, by, at, Name));

    /// <summary>The act of somebody who changes what the blog is called, whose it is, or on what terms comments are invited under posts that are begun from now on.</summary>
    public void Change((string Name, string Strapline) words, StaffId owner, CommentPolicy comments, StaffId by, DateTimeOffset at)
    {
        var (before, was) = (Name, (Strapline, Owner, Comments));
        Describe(words.Name, words.Strapline, owner, comments);
        if (Name != before || was != (Strapline, Owner, Comments))
        {
            Raise(new BlogChanged(Id, by, at, Difference(before, was)));
        }
    }

    public void TakeTurn() => Turns++;

    private string Difference(string name, (string Strapline, StaffId Owner, CommentPolicy Comments) was) => string.Join("; ", new[]
    {
        name == Name ? null : $"name from {name} to {Name}",
        was.Strapline == Strapline ? null : "another strapline",
        was.Owner == Owner ? null : $"owner from {was.Owner} to {Owner}",
        was.Comments == Comments ? null : $"comments from {was.Comments.InWords} to {Comments.InWords}",
    }.OfType<string>());

    private static string Named(string name) =>
        string.IsNullOrWhiteSpace(name) ? throw new BrokenRuleException("Enter the blog's name", nameof(Name)) : name.Trim();

    private static string Known(string zone)
    {
        try
        {
            LocalTime.Zone(zone);
            return zone;
        }
        catch (TimeZoneNotFoundException)
        {
            throw new BrokenRuleException($"There is no time zone '{zone}'. Write it as Europe/London", nameof(Zone));
        }
    }
}
