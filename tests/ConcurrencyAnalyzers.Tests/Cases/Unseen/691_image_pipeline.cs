// One stage object serves all rows of Parallel.For; its override counts clipped pixels in a plain field. difficulty: hard
namespace Cases.U691;

public sealed record GrayImage(int Width, int Height, byte[] Pixels);

public abstract class RowStage
{
    public abstract void ProcessRow(Span<byte> row);
}

public sealed class InvertStage : RowStage
{
    public override void ProcessRow(Span<byte> row)
    {
        for (int x = 0; x < row.Length; x++)
        {
            row[x] = (byte)(255 - row[x]);
        }
    }
}

public sealed class ClipStage(byte ceiling) : RowStage
{
    private int _clipped;

    public int Clipped => _clipped;

    public override void ProcessRow(Span<byte> row)
    {
        for (int x = 0; x < row.Length; x++)
        {
            if (row[x] > ceiling)
            {
                row[x] = ceiling;
                _clipped++; // expect: RACE
            }
        }
    }
}

public sealed class ImagePipeline
{
    private readonly RowStage[] _stages;
    private readonly ClipStage _clip = new(235);

    public ImagePipeline(bool invert)
    {
        _stages = invert ? [new InvertStage(), _clip] : [_clip];
    }

    public int Apply(GrayImage image)
    {
        foreach (RowStage stage in _stages)
        {
            Parallel.For(0, image.Height, y => stage.ProcessRow(image.Pixels.AsSpan(y * image.Width, image.Width)));
        }
        return _clip.Clipped;
    }
}
