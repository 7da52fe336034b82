// CONC2001: whoever has the object can keep all its members waiting
namespace Stress;

public sealed class Jukebox
{
    private int _plays;

    public void Play()
    {
        lock (this)
        {
            _plays++;
        }
    }

    public static int Run() => Rounds.Play(() =>
    {
        var jukebox = new Jukebox();
        object decoration = jukebox;
        lock (decoration)
        {
            var song = Task.Run(jukebox.Play);
            return song.Wait(TimeSpan.FromSeconds(2));
        }
    });
}
