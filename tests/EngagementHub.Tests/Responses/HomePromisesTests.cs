using EngagementHub.Responses;
using EngagementHub.Responses.Promises;

namespace EngagementHub.Tests.Responses;

/// <summary>Home shows the first few of all promises, so each test has a hub of its own: what another one made would be among them.</summary>
public sealed class HomePromisesTests : IAsyncDisposable
{
    private static readonly DateOnly Today = new(2007, 4, 24);

    private readonly ResponsesFixture _hub = new();

    [Fact]
    public async Task Home_shows_late_promises_and_those_due_next_with_owner_and_day()
    {
        await Make("Home late", Today.AddDays(-19));
        await Make("Home next", Today);

        var home = (await (await _hub.As("tom")).Open("/")).Text;

        Assert.Matches("Late Home late Grace [^,]+, was due Thursday 5 April 2007", home);
        Assert.Matches("Due next Home next Grace [^,]+, by Tuesday 24 April 2007", home);
    }

    [Fact]
    public async Task What_is_due_on_one_day_stands_in_the_order_of_the_ledger_whichever_was_written_first()
    {
        // So many that chance does not put them right.
        foreach (var what in (string[])["Shelves", "Keys", "Lamps", "Doors", "Taps", "Chairs"])
        {
            await Make($"{what} late", Today.AddDays(-3));
            await Make($"{what} next", Today);
        }

        var tom = await _hub.As("tom");

        Assert.Matches("Late Chairs late.*Doors late.*Keys late.*Due next Chairs next.*Doors next", (await tom.Open("/")).Text);
        Assert.Matches("Chairs late.*Doors late.*Keys late.*Chairs next.*Doors next", (await tom.Open("/promises")).Text);
    }

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    private async Task Make(string what, DateOnly due)
    {
        var promise = Promise.Mark(new Pledge(what, "A list", People.Grace, due), (Comments.Post, Comments.Period), People.Grace);
        promise.Make(People.Grace, _hub.Clock.Now.AddDays(-20), Today.AddDays(-20));
        await _hub.In((_, db) => Task.FromResult(db.Promises.Add(promise)));
    }
}
