using System.Net;
using System.Net.Sockets;

namespace EngagementHub.Tests.Host;

/// <summary>What can stop a start is said in one sentence that names the cure, with exit code 3.</summary>
[Trait("Runs", "Once")]
public sealed class StartTests : IDisposable
{
    private const string Minimal = "--Hub:Recipe=content-recipes/minimal.recipe.json";

    private readonly string _folder = Directory.CreateTempSubdirectory("hub-start").FullName;

    // The other settings are tried in SettingsTests, which needs no process.
    [Theory]
    [InlineData("--Database:Provider=Oracle", "The setting Database:Provider is wrong: it is 'Oracle'; use Sqlite or Postgres")]
    [InlineData("--Hub:Recipe=content-recipes/none.json", "The setting Hub:Recipe is wrong: there is no file 'content-recipes/none.json'")]
    public async Task A_wrong_setting_is_named(string setting, string sentence)
    {
        var (code, _, errors) = await HostProcess.Run(_folder, setting, "--urls=http://127.0.0.1:0");

        Assert.Equal(3, code);
        Assert.StartsWith(sentence, errors.TrimStart(), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_in_use_is_said_with_the_way_out()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        var (code, _, errors) = await HostProcess.Run(_folder, Minimal, $"--urls=http://127.0.0.1:{port}");

        Assert.Equal(3, code);
        Assert.Contains($"http://127.0.0.1:{port} is in use by another program. Stop that, or choose another with --urls", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_said()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "file"), "in the way", TestContext.Current.CancellationToken);

        var (code, _, errors) = await HostProcess.Run(_folder, Minimal, $"--Database:Connection=Data Source={_folder}/file/hub.db");

        Assert.Equal(3, code);
        Assert.StartsWith("The setting Database:Connection is wrong: the folder", errors.TrimStart(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_said()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "hub.db"), new string('x', 5000), TestContext.Current.CancellationToken);

        var (code, _, errors) = await HostProcess.Run(_folder, Minimal);

        Assert.Equal(3, code);
        Assert.Contains("is not a SQLite database", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_recipe_stops_the_start_with_its_place_and_leaves_nothing()
    {
        var recipe = Path.Combine(_folder, "broken.recipe.json");
        await File.WriteAllTextAsync(recipe, "{\n \"name\": \"broken\",\n \"steps\": [\n  { \"name\": \"Staff\", \"Staff\": [ { \"UserName\": \"x\" } ] }\n ]\n}", TestContext.Current.CancellationToken);

        var (code, _, errors) = await HostProcess.Run(_folder, $"--Hub:Recipe={recipe}", "--urls=http://127.0.0.1:0");

        Assert.Equal(3, code);
        Assert.Contains("broken.recipe.json(4,33): steps[0].Staff[0]: 'Name' is missing", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Commands_answer_scripts_with_exit_codes()
    {
        var ct = TestContext.Current.CancellationToken;
        await File.WriteAllTextAsync(Path.Combine(_folder, "bad.json"), "{", ct);

        Assert.Equal(0, (await HostProcess.Run(_folder, "migrate")).ExitCode);
        Assert.Contains("at this version already", (await HostProcess.Run(_folder, "migrate")).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await HostProcess.Run(_folder, "apply-recipe", "content-recipes/minimal.recipe.json")).ExitCode);
        Assert.Equal(1, (await HostProcess.Run(_folder, "apply-recipe", Path.Combine(_folder, "bad.json"))).ExitCode);
        Assert.Equal(2, (await HostProcess.Run(_folder, "apply-recipe")).ExitCode);
        Assert.Equal(2, (await HostProcess.Run(_folder, "aply-recipe", "x")).ExitCode);
        var help = await HostProcess.Run(_folder, "--help");
        Assert.Equal(0, help.ExitCode);
        Assert.All((string[])["serve", "migrate", "apply-recipe FILE", "import-tickets FILE --mapping NAME"], c => Assert.Contains(c, help.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_real_sign_in_the_hub_opens_in_development_only()
    {
        var (code, _, errors) = await HostProcess.Run(_folder, Minimal, "--environment=Production");

        Assert.Equal(3, code);
        Assert.Contains("The setting Oidc:Authority is wrong: the environment is Production and no identity provider is set up", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_prints_the_address_to_open_and_answers_there()
    {
        var address = $"http://127.0.0.1:{HostProcess.FreePort()}";
        using var process = await HostProcess.Serve(_folder, Minimal, $"--urls={address}");
        try
        {
            using var http = new HttpClient();
            Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(address, TestContext.Current.CancellationToken)).StatusCode);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
