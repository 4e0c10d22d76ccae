using System.IO.Compression;
using EngagementHub.Conversation;
using EngagementHub.Conversation.Comments;
using EngagementHub.Conversation.Moderation;
using EngagementHub.Tests.Conversation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Tests.Records;

/// <summary>The demonstration in the middle of its second hosting period, with a writer who has a name, a host who has one, and comments of both kinds.</summary>
public sealed class RecordsHub : PrivacyFixture, IAsyncLifetime
{
    public const string Marker = "purple-elephant";

    private const string Names = """
        { "name": "names", "steps": [{ "name": "Staff", "Staff": [
          { "UserName": "staff-member", "Name": "Tom Taylor", "Title": "Caseworker", "Mail": "tom.taylor@department.example", "Roles": [], "Persona": true },
          { "UserName": "head-of-hr", "Name": "Priya Patel", "Title": "Head of HR", "Mail": "priya.patel@department.example", "Roles": [], "Persona": true }] }] }
        """;

    // The recipe tells a whole year; the tests begin in the middle of it.
    public RecordsHub() => Clock.Now = new DateTimeOffset(2007, 12, 31, 12, 0, 0, TimeSpan.Zero);

    public static SubjectRef Period { get; } = new("blogging.period", StableId.From("hr-april-2007"));

    public static SubjectRef Post { get; } = new("blogging.post", StableId.From("hr-open"));

    public static StaffId Tom { get; } = new(StableId.From("staff/staff-member"));

    protected override string Recipe { get; } = Path.Combine(HostProcess.Root, "content-recipes", "home-office-2007.recipe.json");

    async ValueTask IAsyncLifetime.InitializeAsync()
    {
        Assert.Equal((0, ""), await Applied(Names));
        Clock.Now = new DateTimeOffset(2007, 4, 24, 9, 0, 0, TimeSpan.Zero);
        var tom = await As("staff-member");
        await Write(tom, Post, "Named: ring Tom on 020 7946 0018, or write to tom.taylor@department.example. QQ is no number, AB123456C is.");
        await Write(tom, Post, $"Nobody must know that I am the {Marker} of the northern office.", "anonymous");
        await Approve();
    }

    public Task<ReceivedComment> CommentWith(string words) => In(async (services, _) => (await services.GetRequiredService<IConversation>().ReceivedAsync([Post])).Single(c => c.Text.Contains(words, StringComparison.Ordinal)));

    /// <summary>What stands in the files of a ZIP, by name.</summary>
    public static Dictionary<string, string> Unzip(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        return archive.Entries.ToDictionary(e => e.FullName, e =>
        {
            using var reader = new StreamReader(e.Open());
            return reader.ReadToEnd();
        });
    }

    private Task<int> Approve() => In(async (_, db) =>
    {
        var waiting = await db.Set<Comment>().Include(c => c.Decisions).Where(c => c.On == Post && (c.Standing == CommentStanding.Waiting || c.Standing == CommentStanding.Held)).ToListAsync();
        waiting.ForEach(c => c.Approve(new Ruling(new StaffId(StableId.From("staff/intranet-editor")), Clock.Now)));
        return waiting.Count;
    });

    private async Task<(int, string)> Applied(string recipe)
    {
        var (code, errors) = await ApplyRecipe(recipe);
        return (code, code == 0 ? "" : errors);
    }
}
