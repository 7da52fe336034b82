// Interlocked.Exchange takes the frame out of the field, so a frame has exactly one owner at any time, before and after. difficulty: hard
namespace Cases.U340;

public sealed class Frame
{
    public List<string> Sprites { get; } = [];
    public int Number { get; set; }
}

public sealed class FrameExchange(Action<string> draw)
{
    private Frame? _ready;

    public int Run(int frames, Func<int, IEnumerable<string>> sceneAt)
    {
        int dropped = 0;
        var simulation = new Thread(() =>
        {
            for (int i = 0; i < frames; i++)
            {
                var frame = new Frame { Number = i };
                frame.Sprites.AddRange(sceneAt(i));
                var unseen = Interlocked.Exchange(ref _ready, frame);
                if (unseen != null)
                {
                    unseen.Sprites.Clear();
                    dropped++;
                }
            }
        });
        simulation.Start();
        int last = -1;
        while (last < frames - 1)
        {
            var frame = Interlocked.Exchange(ref _ready, null);
            if (frame == null)
            {
                Thread.Yield();
                continue;
            }
            frame.Sprites.Sort();
            frame.Sprites.ForEach(draw);
            last = frame.Number;
        }
        simulation.Join();
        return dropped;
    }
}
