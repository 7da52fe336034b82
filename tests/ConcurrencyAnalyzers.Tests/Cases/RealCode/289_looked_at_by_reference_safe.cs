// The handle is passed by reference to a library behind an interface, as native calls ask for it; two cancel at once.
namespace Cases.R289;

public interface INativeLibrary
{
    int Cancel(ref int handle);
}

public sealed class Session
{
    private readonly INativeLibrary _library;
    private int _handle = 7;

    public Session(INativeLibrary library) => _library = library;

    public async Task CancelTwiceAsync()
    {
        var one = Task.Run(() => _library.Cancel(ref _handle));
        var two = Task.Run(() => _library.Cancel(ref _handle));
        await Task.WhenAll(one, two);
    }
}
