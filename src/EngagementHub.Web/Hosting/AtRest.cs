using System.Runtime.InteropServices;

namespace EngagementHub.Web.Hosting;

/// <summary>
/// Gives back memory that a node no longer uses once it has little to do: what starting, a burst of comments or a long file needed. Otherwise the collector, which
/// is called by new objects alone, and the allocator of native memory, to which the compiler gave back, keep for hours what was needed for a second.
/// </summary>
internal sealed class AtRest : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);

    // An idle hub makes a hundred kilobytes a second, one that is read or written to many times as much.
    private const long LittleMade = 4 * Mebibyte;
    private const long WorthIt = 8 * Mebibyte;
    private const long Mebibyte = 1024 * 1024;

    private const string Glibc = "libc.so.6";
    private static readonly bool HasGlibc = OperatingSystem.IsLinux() && NativeLibrary.TryLoad(Glibc, out _);

    private long _made;
    private long _kept;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            GiveBackWhenQuiet();
            await Task.Delay(Look, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void GiveBackWhenQuiet()
    {
        var (made, held) = (GC.GetTotalAllocatedBytes(), GC.GetTotalMemory(forceFullCollection: false));
        if (made - _made < LittleMade && held > _kept + WorthIt)
        {
            GiveBack();
            held = _kept = GC.GetTotalMemory(forceFullCollection: false);
        }

        (_made, _kept) = (made, Math.Min(_kept, held));
    }

    // Everybody waits meanwhile: a tenth of a second for the memory of a hub at rest.
    private static void GiveBack()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        if (HasGlibc)
        {
            _ = TrimHeap(0);
        }
    }

    // Other libraries of C keep less, and have no such call.
    [DllImport(Glibc, EntryPoint = "malloc_trim")]
    private static extern int TrimHeap(nint kept);
}
