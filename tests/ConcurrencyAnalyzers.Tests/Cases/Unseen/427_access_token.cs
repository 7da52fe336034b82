// The token is tested before the await and set after it: parallel uploads all log in, and each login revokes the former token. difficulty: medium
namespace Cases.U427;

public interface IIdentityServer
{
    Task<string> LogInAsync(string user);
}

public sealed class DriveClient(IIdentityServer identity, string user, Func<string, string, Task> upload)
{
    private string? _token;

    public Task UploadAllAsync(IEnumerable<string> files) => Task.WhenAll(files.Select(UploadAsync));

    private async Task UploadAsync(string file)
    {
        var token = await GetTokenAsync();
        await upload(file, token);
    }

    private async Task<string> GetTokenAsync()
    {
        if (_token == null) // expect: LAZY_INIT#1, RACE?
        {
            _token = await identity.LogInAsync(user); // expect: LAZY_INIT#1, RACE?
        }
        return _token; // expect: RACE?
    }
}
