// CONC1001: async methods that run at once add to a field after an await
namespace Stress;

public sealed class Downloads
{
    private int _bytes;

    private async Task LoadAsync()
    {
        for (var i = 0; i < 200; i++)
        {
            await Task.Yield();
            for (var block = 0; block < 500; block++)
                _bytes += Window.Open(2);
        }
    }

    private async Task<int> LoadAllAsync()
    {
        await Task.WhenAll(Task.Run(LoadAsync), Task.Run(LoadAsync), Task.Run(LoadAsync));
        return _bytes;
    }

    public static int Run() => Rounds.Play(() => new Downloads().LoadAllAsync().GetAwaiter().GetResult() == 600_000);
}
