using System.Diagnostics;

namespace EngagementHub.Tests.Support;

/// <summary>A certified OpenID provider from npm, in a process of its own; installed at its first use.</summary>
public sealed class OpenIdProvider : IAsyncDisposable
{
    private static readonly SemaphoreSlim Installing = new(1);

    private readonly Process _process;

    private OpenIdProvider(Process process, string issuer) => (_process, Issuer) = (process, issuer);

    public string Issuer { get; }

    private static string Folder => Path.Combine(HostProcess.Root, "tests", "openid-provider");

    /// <summary>Starts one that knows the hub at that address; the test is skipped where npm cannot install it.</summary>
    public static async Task<OpenIdProvider> StartAsync(string hub, string authentication = "client_secret_basic", string? clientKey = null)
    {
        if (!await IsInstalledAsync())
        {
            Assert.Skip("npm cannot install oidc-provider here: sign-in against a real provider is not tested");
        }

        var port = HostProcess.FreePort();
        var process = Run("node", ["provider.mjs", $"{port}", hub, authentication, .. clientKey is null ? Array.Empty<string>() : [clientKey]]);
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line == "ready")
            {
                return new OpenIdProvider(process, $"http://127.0.0.1:{port}");
            }
        }

        throw new InvalidOperationException($"The provider did not start: {await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)}");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task<bool> IsInstalledAsync()
    {
        await Installing.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (Directory.Exists(Path.Combine(Folder, "node_modules", "oidc-provider")))
            {
                return true;
            }

            using var npm = Run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
            _ = npm.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            _ = npm.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await npm.WaitForExitAsync(TestContext.Current.CancellationToken);
            return npm.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // There is no npm on this machine.
            return false;
        }
        finally
        {
            Installing.Release();
        }
    }

    private static Process Run(string program, IReadOnlyList<string> arguments) =>
        Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
}
