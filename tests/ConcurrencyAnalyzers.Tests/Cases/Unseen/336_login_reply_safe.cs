// The handler fills the fields before it completes the TaskCompletionSource; whoever awaits that sees them. difficulty: hard
namespace Cases.U336;

public sealed class LoginSession
{
    private readonly TaskCompletionSource _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> _roles = [];
    private string _user = "";
    private bool _granted;

    public async Task<string> LoginAsync(string user, Action<string, Action<bool, string[]>> request)
    {
        var network = Task.Run(() => request(user, (granted, roles) => OnReply(user, granted, roles)));
        await _answered.Task;
        var text = _granted ? $"{_user}: {string.Join(", ", _roles)}" : $"{_user} was refused";
        await network;
        return text;
    }

    private void OnReply(string user, bool granted, string[] roles)
    {
        _user = user;
        _granted = granted;
        _roles.AddRange(roles);
        _answered.SetResult();
    }
}
