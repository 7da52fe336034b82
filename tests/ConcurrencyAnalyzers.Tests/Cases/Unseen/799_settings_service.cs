// An async method blocks on an unfinished load one call below it, and Store is async void: its failures crash the process. difficulty: medium
namespace Cases.U799;

public interface ISettingsStore
{
    Task<Dictionary<string, string>> LoadAsync();

    Task SaveAsync(string key, string value);
}

public sealed class SettingsService(ISettingsStore store)
{
    public async Task<string> CopyAsync(string from, string to)
    {
        string value = Lookup(from); // expect: BLOCKING_ASYNC?
        await store.SaveAsync(to, value);
        return value;
    }

    public async void Store(string key, string value) // expect: ASYNC_VOID?
    {
        if (Validate(key))
        {
            await store.SaveAsync(key, value);
        }
    }

    private string Lookup(string key)
    {
        Dictionary<string, string> settings = store.LoadAsync().Result; // expect: BLOCKING_ASYNC?
        return settings.GetValueOrDefault(key, "");
    }

    private static bool Validate(string key) => key.Length is > 0 and < 64;
}
