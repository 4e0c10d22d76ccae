using EngagementHub.ServiceLevels.Calendars;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace EngagementHub.Tests.ServiceLevels;

/// <summary>The list of bank holidays is fetched from a server that has its days, with the client the hub really uses.</summary>
public sealed class HolidayFetchTests(ServiceLevelsHub hub) : IClassFixture<ServiceLevelsHub>, IAsyncLifetime
{
    private const string Newer = """{"england-and-wales":{"division":"england-and-wales","events":[{"title":"A day of thanks","date":"2027-06-10"}]}}""";
    private WebApplication _server = null!;
    private RequestDelegate _answer = http => http.Response.WriteAsync(Newer);
    private int _elsewhere;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await hub.Fill();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.MapGet("/bank-holidays.json", http => _answer(http));
        _server.MapGet("/elsewhere", http =>
        {
            _elsewhere++;
            return http.Response.WriteAsync(Newer);
        });
        await _server.StartAsync(Cancellation);
    }

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_newer_file_waits_for_a_person_once_and_moves_nothing_by_itself()
    {
        var versions = await Versions();
        await Fetch();
        await Fetch();

        var list = Assert.Single(await Lists());
        Assert.True(list.IsWaiting);
        Assert.Null(list.CameFrom);
        Assert.Equal($"{_server.Urls.First()}/bank-holidays.json", list.Source);
        Assert.Contains(list.Holidays.Of("england-and-wales"), day => day.Date == new DateOnly(2027, 6, 10));
        Assert.Equal(versions, await Versions());
        Assert.Contains("1 list waiting for a decision", (await (await hub.As("admin")).Open("/service-levels/calendars")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_list_is_refused_loudly_and_leaves_nothing_behind()
    {
        var before = await Lists();
        await Refuses<HttpRequestException>(Status(404));
        await Refuses<HttpRequestException>(Status(503));
        await Refuses<HttpRequestException>(http =>
        {
            http.Response.Redirect("/elsewhere");
            return Task.CompletedTask;
        });
        await Refuses<HttpRequestException>(http => http.Response.WriteAsync(Newer + new string(' ', HolidayFetch.MostBytes)));
        await Refuses<EngagementHub.Core.BrokenRuleException>(http => http.Response.WriteAsync("<!doctype html><title>Sign in</title>"));
        await Refuses<EngagementHub.Core.BrokenRuleException>(http => http.Response.WriteAsync(Newer[..40]));
        await Refuses<EngagementHub.Core.BrokenRuleException>(http => http.Response.WriteAsync(""));

        Assert.Equal(0, _elsewhere);
        Assert.Equal(before.Count, (await Lists()).Count);
    }

    [Theory]
    [InlineData("http://www.gov.uk/bank-holidays.json", "https://")]
    [InlineData("https://evil.example/bank-holidays.json", "is not one of ServiceLevels:BankHolidays:Hosts")]
    [InlineData("bank-holidays.json", "write a whole address")]
    public void An_address_that_may_not_be_asked_is_refused_at_the_start(string address, string sentence) =>
        Assert.Contains(sentence, new BankHolidaySettings { Address = address }.Trouble, StringComparison.Ordinal);

    private static RequestDelegate Status(int code) => http =>
    {
        http.Response.StatusCode = code;
        return Task.CompletedTask;
    };

    private async Task Refuses<T>(RequestDelegate answer) where T : Exception
    {
        _answer = answer;
        await Assert.ThrowsAsync<T>(Fetch);
    }

    private Task<int> Fetch() => hub.In(async (services, db) =>
    {
        var settings = Options.Create(new BankHolidaySettings { Address = $"{_server.Urls.First()}/bank-holidays.json" });
        await new HolidayFetch(db, services.GetRequiredService<HolidayShelf>(), services.GetRequiredService<IHttpClientFactory>(), settings, NullLogger<HolidayFetch>.Instance).RunAsync(hub.Clock.Now, Cancellation);
        return 0;
    });

    private Task<List<HolidayFile>> Lists() => hub.In((_, db) => db.Set<HolidayFile>().AsNoTracking().ToListAsync(Cancellation));

    private Task<int> Versions() => hub.In((_, db) => db.Set<StoredCalendar>().SumAsync(calendar => calendar.Changes, Cancellation));
}
