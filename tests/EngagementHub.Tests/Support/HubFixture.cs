using EngagementHub.Core.Data;
using EngagementHub.Core.Jobs;
using EngagementHub.Core.Ports;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace EngagementHub.Tests.Support;

/// <summary>The whole hub, in process, on a database of its own with the personas in it. One for each test class.</summary>
public class HubFixture : WebApplicationFactory<Program>
{
    private readonly TestDatabase _database = new();
    private int? _port;

    /// <summary>Tuesday 24 April 2007, 10:00 in London: in the middle of the demonstration's second hosting period.</summary>
    public FixedClock Clock { get; } = new(new DateTimeOffset(2007, 4, 24, 9, 0, 0, TimeSpan.Zero));

    public string Folder => _database.Folder;

    /// <summary>Several nodes work on one PostgreSQL; with SQLite there is one.</summary>
    public bool HasManyNodes => _database.Provider == "Postgres";

    /// <summary>How another process reaches the same database, which may start first.</summary>
    public string Database
    {
        get
        {
            Make(_database);
            return _database.Connection;
        }
    }

    /// <summary>The recipe applied before the first request.</summary>
    protected virtual string Recipe => Path.Combine(AppContext.BaseDirectory, "Support", "people.recipe.json");

    /// <summary>A browser of that person's, signed in; of nobody's for an empty name.</summary>
    public async Task<HubClient> As(string userName)
    {
        var client = new HubClient(CreateClient());
        if (userName.Length > 0)
        {
            await client.SignIn(userName);
        }

        return client;
    }

    /// <summary>Works on the database as a request would, and saves.</summary>
    public async Task<T> In<T>(Func<IServiceProvider, HubDb, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HubDb>();
        var result = await work(scope.ServiceProvider, db);
        await db.SaveChangesAsync();
        return result;
    }

    /// <summary>Runs the job of that name at the fixture's instant, as its runner would.</summary>
    public async Task RunJob(string name)
    {
        await using var scope = Services.CreateAsyncScope();
        await scope.ServiceProvider.GetServices<IJob>().Single(j => j.Name == name).RunAsync(Clock.GetUtcNow(), CancellationToken.None);
    }

    /// <summary>Applies a recipe written in the test, as the command would.</summary>
    public async Task<(int ExitCode, string Errors)> ApplyRecipe(string json)
    {
        var path = Path.Combine(Folder, $"{Guid.NewGuid():N}.recipe.json");
        await File.WriteAllTextAsync(path, json);
        await using var scope = Services.CreateAsyncScope();
        var command = scope.ServiceProvider.GetServices<IHostCommand>().Single(c => c.Name == "apply-recipe");
        using var errors = new StringWriter();
        return (await command.RunAsync([path], TextWriter.Null, errors, CancellationToken.None), errors.ToString());
    }

    /// <summary>Starts the hub on a real port of this machine, 0 for whichever is free.</summary>
    /// <remarks>The factory's own way of naming a port does so once the hub is built, which begins to start by itself then and can be quicker.</remarks>
    protected void Listen(int port)
    {
        _port = port;
        UseKestrel();
        StartServer();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        if (_port is { } port)
        {
            builder.UseSetting(WebHostDefaults.ServerUrlsKey, $"http://127.0.0.1:{port}");
        }

        Make(_database);
        builder.UseEnvironment("Development");
        builder.UseSolutionRelativeContentRoot(".", "*.sln");
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        builder.UseSetting("Logging:LogLevel:Microsoft.AspNetCore.DataProtection", "Error");
        // The server inside the tests has no limit of its own to set.
        builder.UseSetting("Logging:LogLevel:Microsoft.AspNetCore.Mvc.Filters.RequestSizeLimitFilter", "Error");
        builder.UseSetting("Logging:LogLevel:Microsoft.AspNetCore.Routing.EndpointRoutingMiddleware", "Error");
        builder.UseSetting("Database:Provider", _database.Provider);
        builder.UseSetting("Database:Connection", _database.Connection);
        builder.UseSetting("Hub:Recipe", Recipe);
        // Tests write faster than people do; the limits have tests of their own.
        foreach (var act in (string[])["Write", "Receipt", "Flag", "SignIn"])
        {
            builder.UseSetting($"Limits:{act}:Permits", "0");
        }

        // How much a machine bears is no matter of behaviour: what happens when it bears no more has tests of its own.
        builder.UseSetting("Overload:Fewest", "0");
        // What comes due by itself comes due in a test when the test says so.
        builder.UseSetting("Jobs:Run", "false");
        builder.UseSetting("Notifications:MailFolder", Path.Combine(Folder, "mail"));
        builder.UseSetting("Sources:Allowed:0", "127.0.0.1");
        builder.UseSetting("Sources:Allowed:1", "desk.example");
        builder.UseSetting("Uploads:Folder", Path.Combine(Folder, "uploads"));
        builder.UseSetting("Conversation:KeyFolder", Path.Combine(Folder, "keys"));
        builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Clock));
    }

    // That every service can be made is proved once, where the executable starts (StartTests); here it would be proved hundreds of times.
    protected override IHost CreateHost(IHostBuilder builder) =>
        base.CreateHost(builder.UseDefaultServiceProvider(o => (o.ValidateScopes, o.ValidateOnBuild) = (true, false)));

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            Leave(_database);
        }
    }

    // The hub finds what its recipe tells as of the fixture's instant.
    private protected virtual void Make(TestDatabase database) => database.CopyOf(ToldOnce.Of(Recipe, Clock.Now));

    private protected virtual void Leave(TestDatabase database) => database.Dispose();
}
