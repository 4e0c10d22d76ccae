using System.Net;
using EngagementHub.Core.Data;
using EngagementHub.Identity;
using EngagementHub.Identity.Staff;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Tests.Identity;

public sealed class LastAdministratorTests : IAsyncLifetime
{
    private const string Only = "is the only administrator";

    private readonly HubFixture _hub = new();

    public async ValueTask InitializeAsync() => await BothAdminister();

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    [Fact]
    public async Task Of_two_administrators_who_demote_each_other_at_the_same_moment_one_stays()
    {
        for (var round = 0; round < 10; round++)
        {
            await BothAdminister();
            var (ada, grace) = (await _hub.As("admin"), await _hub.As("grace"));

            var answers = await Task.WhenAll(ada.Post("/staff/grace"), grace.Post("/staff/admin"));

            Assert.Single(await Administrators());
            Assert.DoesNotContain(answers, a => a.Status >= HttpStatusCode.InternalServerError);
        }
    }

    [Theory]
    [InlineData("demote")]
    [InlineData("leave")]
    public async Task Who_read_before_the_other_saved_is_told_that_nobody_would_be_left(string act)
    {
        await using var first = await Desk.For(_hub, "grace");
        await using var second = await Desk.For(_hub, "admin");

        await first.Take(act, People.Ada);
        var refused = await Assert.ThrowsAsync<BrokenRuleException>(() => second.Take(act, People.Grace));

        Assert.Contains(Only, refused.Message, StringComparison.Ordinal);
        Assert.Equal(["admin"], await Administrators());
    }

    [Fact]
    public async Task A_turn_begins_only_when_the_one_before_is_over()
    {
        await using var first = await Desk.For(_hub, "grace");
        await using var second = await Desk.For(_hub, "admin");
        var turn = await first.Db.BeginInTurnAsync(TestContext.Current.CancellationToken);
        first.Person.HoldOnly([]);
        await first.Db.SaveChangesAsync(TestContext.Current.CancellationToken);

        var waiting = Task.Run(() => second.Take("demote", People.Grace), TestContext.Current.CancellationToken);
        await turn.CommitAsync(TestContext.Current.CancellationToken);
        await turn.DisposeAsync();

        await Assert.ThrowsAsync<BrokenRuleException>(() => waiting);
        Assert.Equal(["admin"], await Administrators());
    }

    [Fact]
    public async Task Somebody_else_who_looks_after_people_cannot_take_the_only_administrator_away_and_reads_why()
    {
        await (await (await _hub.As("admin")).Open("/roles/Moderator")).Submit(("Of[Identity]", "identity.manage-staff"));
        (await (await _hub.As("admin")).Post("/staff/grace")).MustBe(HttpStatusCode.OK);
        var mina = await _hub.As("mina");

        foreach (var address in (string[])["/staff/admin", "/staff/admin?handler=Leave"])
        {
            var page = await mina.Post(address);
            page.MustBe(HttpStatusCode.UnprocessableEntity);
            Assert.Contains(Only, Assert.Single(page.Errors), StringComparison.Ordinal);
        }

        Assert.Equal(["admin"], await Administrators());
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""["identity.read-audit"]""")]
    public async Task A_recipe_that_takes_people_and_roles_from_administrators_is_refused_in_the_words_of_the_rule(string permissions)
    {
        var (exit, errors) = await _hub.ApplyRecipe($$"""{ "name": "r", "steps": [{ "name": "Roles", "Roles": [{ "Name": "Administrator", "Permissions": {{permissions}} }] }] }""");

        Assert.Equal(1, exit);
        Assert.Contains("An administrator must always be able to look after people and roles", errors, StringComparison.Ordinal);
        (await (await _hub.As("admin")).Open("/staff")).MustBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_has_signed_in_is_not_replaced_by_an_administrator_who_never_has()
    {
        await _hub.In((_, db) => Task.FromResult(db.Logins.Add(Login.Of("https://one.example", "ada", People.Ada))));
        await using var desk = await Desk.For(_hub, "admin");

        var refused = await Assert.ThrowsAsync<BrokenRuleException>(() => desk.Take("demote", People.Grace));

        Assert.Contains(Only, refused.Message, StringComparison.Ordinal);
        await using var other = await Desk.For(_hub, "grace");
        await other.Take("demote", People.Ada);
        Assert.Equal(["admin"], await Administrators());
    }

    private Task<int> BothAdminister() => _hub.In(async (_, db) =>
    {
        foreach (var person in await db.Staff.Where(s => s.UserName == "admin" || s.UserName == "grace").ToListAsync())
        {
            person.HoldOnly([StandardRoles.Administrator]);
        }

        return 0;
    });

    private Task<List<string>> Administrators() =>
        _hub.In((_, db) => db.Staff.Where(s => s.LeftAt == null && s.Roles.Contains(StandardRoles.Administrator)).Select(s => s.UserName).ToListAsync());

    /// <summary>A request of somebody's that has read the person and has not saved yet.</summary>
    private sealed record Desk(AsyncServiceScope Scope, HubDb Db, StaffMember Person) : IAsyncDisposable
    {
        public static async Task<Desk> For(HubFixture hub, string userName)
        {
            var scope = hub.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<HubDb>();
            return new Desk(scope, db, await db.Staff.SingleAsync(s => s.UserName == userName));
        }

        public Task Take(string act, StaffId by) => Scope.ServiceProvider.GetRequiredService<LastAdministrator>().StaysAsync(
            Person, () => Act(act, by), CancellationToken.None);

        public ValueTask DisposeAsync() => Scope.DisposeAsync();

        private void Act(string act, StaffId by)
        {
            if (act == "leave")
            {
                Person.Leave(by, DateTimeOffset.UnixEpoch);
                return;
            }

            Person.ChangeRoles([], by, DateTimeOffset.UnixEpoch);
        }
    }
}
